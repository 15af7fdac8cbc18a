using HuiminCoord.Domain.Access;

namespace HuiminCoord.Server.Access;

/// <summary>The access matrix that ships with the program: <c>access-matrix.txt</c>.</summary>
public static class ShippedMatrix
{
    /// <summary>The matrix.</summary>
    public static AccessMatrix Matrix { get; } = Read();

    private static AccessMatrix Read()
    {
        using var stream = typeof(ShippedMatrix).Assembly.GetManifestResourceStream($"{typeof(ShippedMatrix).Namespace}.access-matrix.txt")
            ?? throw new InvalidOperationException("The program was built without its access matrix.");
        using var reader = new StreamReader(stream);
        return AccessMatrix.Read(reader.ReadToEnd());
    }
}
