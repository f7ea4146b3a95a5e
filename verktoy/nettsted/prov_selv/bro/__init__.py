"""Between the page and the library: what is typed goes in, pieces of HTML come out.

Runs in the browser (Pyodide, in a worker), and just as well in any Python: nothing here knows of
the browser. Everything that is shown is made by the library's own views.
"""
