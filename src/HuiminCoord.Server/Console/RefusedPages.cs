using HuiminCoord.Server.Access;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace HuiminCoord.Server.Console;

/// <summary>How refusals look to whoever looks at a page.</summary>
internal static class RefusedPages
{
    /// <summary>Who is not signed in signs in, and comes back; everybody else reads why.</summary>
    internal static Task Show(ProblemDetails problem, HttpContext http)
    {
        var code = (string)problem.Extensions[RefusalProblems.Code]!;
        return code == "access.sign-in-needed" ? LeadIn(http)
            : Render(new RazorComponentResult<RefusedDocument>(new { Code = code, problem.Title, problem.Detail }) { StatusCode = problem.Status }, http);
    }

    private static Task LeadIn(HttpContext http)
    {
        var back = LocalPath.Of(http.Request) ?? "/";
        if (FromElsewhere(http.Request))
        {
            return Render(new RazorComponentResult<ArrivalDocument>(new { Path = back }) { StatusCode = StatusCodes.Status200OK }, http);
        }

        // 303: a form that was sent too late becomes a look at its page.
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = back is "/" or "/sign-out" ? "/sign-in" : $"/sign-in?back={Uri.EscapeDataString(back)}";
        return Task.CompletedTask;
    }

    /// <summary>In a scope of its own: a page that failed has used up the request's.</summary>
    private static async Task Render(IResult page, HttpContext http)
    {
        var services = http.RequestServices;
        await using var scope = services.CreateAsyncScope();
        try
        {
            http.RequestServices = scope.ServiceProvider;
            await page.ExecuteAsync(http);
        }
        finally
        {
            http.RequestServices = services;
        }
    }

    /// <summary>A link from a mail or another site: the browser keeps the strict cookie back this once.</summary>
    private static bool FromElsewhere(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !SessionCookie.IsShown(request) && request.Headers["Sec-Fetch-Site"] == "cross-site";
}
