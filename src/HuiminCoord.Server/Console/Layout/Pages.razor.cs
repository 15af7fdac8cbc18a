using System.Reflection;
using HuiminCoord.Server.Access;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>Finds the page for an address. A live page goes from one to the next without a request, so the rows of the matrix are asked here.</summary>
public sealed partial class Pages : PagePart
{
    /// <summary>On a request the gate has asked already.</summary>
    private bool IsOpen(Type page) => !Visitor.IsLive || (page.GetCustomAttribute<AccessMark>() is { } mark && Visitor.May(mark.Operation));
}
