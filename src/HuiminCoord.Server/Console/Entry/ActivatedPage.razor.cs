using HuiminCoord.Server.Console.Layout;

namespace HuiminCoord.Server.Console.Entry;

/// <summary>Says that an account can be used now.</summary>
public sealed partial class ActivatedPage : PagePart;
