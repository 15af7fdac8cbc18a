using System.Globalization;
using System.Reflection;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Api.Doors;

/// <summary>Refuses addresses whose ids or dates are not spelt as they are stored, before anything looks them up.</summary>
internal static class RouteIds
{
    private static readonly string[] Ids = ["unit", "duty", "task", "phase", "milestone", "goal", "seat", "paper", "meeting", "group", "visit", "upload"];

    /// <summary>The filter of every endpoint of the API.</summary>
    internal static EndpointFilterDelegate Check(EndpointFilterFactoryContext endpoint, EndpointFilterDelegate next)
    {
        var days = endpoint.MethodInfo.GetParameters().Where(IsDay).Select(p => p.Name!).ToList();
        return context =>
        {
            CheckIds(context.HttpContext);
            CheckDays(context.HttpContext, days);
            return next(context);
        };
    }

    private static void CheckIds(HttpContext http)
    {
        foreach (var (name, value) in http.Request.RouteValues)
        {
            var text = value as string;
            if (name == "campaign" ? !CampaignId.IsValid(text) : Ids.Contains(name) && !IdText.IsValid(text))
            {
                throw new RefusedException(new Refusal("id.malformed", CampaignDirectory.Shown(text)));
            }
        }
    }

    /// <summary>The framework would also take 09/10/2020, and nobody knows which month that is.</summary>
    private static void CheckDays(HttpContext http, List<string> days)
    {
        foreach (var name in days)
        {
            var text = http.Request.RouteValues[name] as string ?? http.Request.Query[name].ToString();
            if (text.Length > 0 && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                throw new RefusedException(new Refusal("date.malformed", CampaignDirectory.Shown(text)));
            }
        }
    }

    private static bool IsDay(ParameterInfo parameter) =>
        (Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType) == typeof(DateOnly);
}
