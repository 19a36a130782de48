from django.urls import URLPattern, URLResolver

app_name = "due"

urlpatterns: list[URLPattern | URLResolver] = []
