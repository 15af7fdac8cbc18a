namespace HuiminCoord.Server.Tests.Console;

/// <summary>Texts that want to be more than text.</summary>
internal static class HostileTexts
{
    /// <summary>Each fits into a name.</summary>
    internal static readonly IReadOnlyList<string> All =
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'><svg/onload=alert(1)>",
        "\" autofocus onfocus=alert(1) x=\"",
        "javascript:alert(1)",
        "</textarea></title><script>x</script>",
        "&lt;b&gt;&#60;i&#62;",
        "<!--<a href=//x>]]>",
        "{{7*7}}${7*7}@(7*7)",
        "\u202e<b>\u2028</b>",
    ];
}
