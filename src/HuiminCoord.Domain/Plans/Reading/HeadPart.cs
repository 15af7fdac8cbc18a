using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Plans.Reading;

/// <summary>What stands at a plan's head: campaign, district, paper and days.</summary>
internal static class HeadPart
{
    private const int DivisionDigits = 6;

    public static CampaignId Campaign(Fields fields)
    {
        var text = fields.Id("campaign");
        if (CampaignId.IsValid(text))
        {
            return new CampaignId(text);
        }

        if (IdText.IsValid(text))
        {
            fields.Problems.Add(fields.At("campaign"), PlanProblemCode.IdInvalid, $"{Problems.Quote(text)} is no campaign id: it must contain a hyphen, such as huimin-2020");
        }

        return default;
    }

    /// <summary>The campaign's days; a campaign beyond <see cref="PlanLimits.Years"/> is told and measured no further.</summary>
    public static DateWindow? Window(Fields fields)
    {
        var window = fields.Window("window");
        if (window is null || window.To < window.From.AddYears(PlanLimits.Years))
        {
            return window;
        }

        fields.Problems.Add(fields.At("window"), PlanProblemCode.TooLarge, $"'window' is longer than {PlanLimits.Years} years");
        return null;
    }

    public static District District(Fields fields)
    {
        var inner = fields.Inner("district");
        var code = inner.Text("code");
        var isDivision = code.Length == DivisionDigits && code[0] != '0' && code.All(char.IsAsciiDigit);
        if (code.Length > 0 && !isDivision)
        {
            fields.Problems.Add(inner.At("code"), PlanProblemCode.DivisionInvalid, $"'code' must be a division code of six digits such as 150103, not {Problems.Quote(code)}");
        }

        var district = new District(code, inner.Text("name"));
        inner.Close();
        return district;
    }

    public static IssuingDocument Document(Fields fields)
    {
        var inner = fields.Inner("document");
        var document = new IssuingDocument(inner.Text("number"), inner.Text("issuer"), inner.Day("issuedOn") ?? default, inner.TextIfAny("file"));
        inner.Close();
        return document;
    }
}
