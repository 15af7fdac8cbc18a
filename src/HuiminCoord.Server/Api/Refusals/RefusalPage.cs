using Microsoft.AspNetCore.Mvc;

namespace HuiminCoord.Server.Api.Refusals;

/// <summary>Shows a refusal to somebody who looks at a page. Without one registered every caller gets problem details.</summary>
/// <param name="show">Writes the whole answer.</param>
internal sealed class RefusalPage(Func<ProblemDetails, HttpContext, Task> show)
{
    private const string Html = "text/html";

    /// <summary>The page for this caller; null for programs: they do not ask for HTML, or they ask the API.</summary>
    internal static RefusalPage? For(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || !AcceptsHtml(http.Request) ? null : http.RequestServices.GetService<RefusalPage>();

    internal Task Show(ProblemDetails problem, HttpContext http) => show(problem, http);

    private static bool AcceptsHtml(HttpRequest request) => request.Headers.Accept.ToString().Contains(Html, StringComparison.OrdinalIgnoreCase);
}
