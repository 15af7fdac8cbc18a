using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HuiminCoord.Server.Commands;

namespace HuiminCoord.Server.Tests;

/// <summary>The shipped plan, and the same without its forms.</summary>
internal static class ShippedTexts
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Shipped { get; } = PlanFile.Shipped().Json;

    /// <summary>Reports of such a plan are handed in as text and files, as under earlier versions of the program.</summary>
    public static string WithoutForms(string json)
    {
        var plan = JsonNode.Parse(json)!.AsObject();
        plan.Remove("forms");
        return plan.ToJsonString(Readable);
    }
}
