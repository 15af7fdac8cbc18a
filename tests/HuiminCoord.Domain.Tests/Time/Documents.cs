using System.Text.Json.Nodes;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Tests.Time;

/// <summary>Variants of a document, each with one thing changed.</summary>
internal static class Documents
{
    /// <summary>The smallest sound table: one paper, one region.</summary>
    public const string Small =
        """
        {
          "schema": "huimin-workdays/1", "source": "s", "licence": "l", "crossChecked": ["c"], "knownFrom": "2020-01-01",
          "papers": [{ "id": "2020-1", "year": 2020, "publishedOn": "2019-11-21", "url": "https://example.org/1",
            "festivals": [{ "name": "元旦", "rest": ["2020-01-01"] }, { "name": "劳动节", "rest": ["2020-05-01/2020-05-05"], "work": ["2020-04-26"] }] }],
          "regions": [{ "region": "150000", "name": "区", "publishedOn": "2020-06-01", "note": "n", "festivals": [{ "name": "节", "rest": ["2020-07-06"] }] }]
        }
        """;

    /// <summary>Two sound rules.</summary>
    public const string SmallRules =
        """
        {
          "schema": "huimin-deadline-rules/1",
          "rules": [
            { "id": "A-1", "family": "A", "what": "w", "length": 20, "unit": "workingDay", "start": "s", "source": "l", "effective": "2014-10-01", "until": "2021-08-31", "confidence": "high" },
            { "id": "B", "what": "w", "length": 90, "unit": "calendarDay", "extension": 30, "start": "s", "source": "l", "effective": "2019-04-01", "confidence": "high" }
          ]
        }
        """;

    /// <summary>The document with <paramref name="old"/> replaced; it must be there, or the test would prove nothing.</summary>
    public static string With(string document, string old, string replacement)
    {
        Assert.Contains(old, document, StringComparison.Ordinal);
        return document.Replace(old, replacement, StringComparison.Ordinal);
    }

    /// <summary>The table with these regional layers in place of its own.</summary>
    public static HolidayTable WithRegions(this string document, params string[] layers)
    {
        var root = JsonNode.Parse(document)!;
        root["regions"] = new JsonArray([.. layers.Select(l => JsonNode.Parse(l))]);
        return HolidayTable.Parse(root.ToJsonString());
    }
}
