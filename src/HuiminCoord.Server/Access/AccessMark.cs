namespace HuiminCoord.Server.Access;

/// <summary>Names the row of the access matrix that a door stands under, where its endpoint name does not. Pages carry it as an attribute.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class AccessMark(string operation) : Attribute
{
    /// <summary>The row.</summary>
    internal string Operation { get; } = operation;

    /// <summary>The operation of an endpoint; null when it names none, which is denied.</summary>
    internal static string? Of(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<AccessMark>()?.Operation ?? endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName;
}

/// <summary>How doors say where they stand in the matrix.</summary>
internal static class AccessMarks
{
    /// <summary>The door's row in the access matrix.</summary>
    internal static T Under<T>(this T door, string operation)
        where T : IEndpointConventionBuilder => door.WithMetadata(new AccessMark(operation));
}
