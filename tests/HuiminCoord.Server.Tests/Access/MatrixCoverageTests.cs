using HuiminCoord.Domain.Access;
using HuiminCoord.Server.Access;
using HuiminCoord.Server.Tests.Api.Whole;

namespace HuiminCoord.Server.Tests.Access;

/// <summary>The matrix and the real doors know each other, all of them.</summary>
public sealed class MatrixCoverageTests(ServerFixture fixture)
{
    private static AccessMatrix Matrix => ShippedMatrix.Matrix;

    private TestServer Server => fixture.Server;

    [Fact]
    public void Every_endpoint_has_a_row() =>
        Assert.Equal([], Doors.Of(Server).Where(d => d.Operation is null || !Matrix.Knows(d.Operation)).Select(d => $"{d.Method} {d.Address} {d.Operation}").ToList());

    [Fact]
    public async Task Every_operation_of_the_document_and_every_hub_method_has_a_row()
    {
        var described = DescribedOperation.In(await Server.Get("/openapi/v1.json")).Select(o => o.Id).ToList();
        Assert.True(described.Count > 50 && Doors.HubMethods.Contains("Resume"));
        Assert.Equal([], described.Concat(Doors.HubMethods).Where(o => !Matrix.Knows(o)).ToList());
    }

    [Fact]
    public void Every_row_has_a_door()
    {
        var doors = Doors.Of(Server).Select(d => d.Operation).Concat(Doors.HubMethods).ToHashSet();
        Assert.Equal([], Matrix.Operations.Where(o => !doors.Contains(o.Split('/')[0])).ToList());
    }

    [Fact]
    public void A_door_without_a_row_is_denied_to_everybody() =>
        Assert.All(Enum.GetValues<SeatRole>(), role => Assert.Equal(Reach.None, Matrix.Of(role, "inventedYesterday")));

    [Theory]
    [InlineData("operation | anyone | con\nread | | all\nread | | own", "two rows")]
    [InlineData("operation | anyone | con\nread | | some", "no reach")]
    [InlineData("operation | anyone | boss\nread | | all", "no role")]
    [InlineData("operation | anyone | con\nread | | all | all", "cells")]
    [InlineData("operation | anyone | con\nread | yes | all", "'yes'")]
    public void A_table_that_cannot_be_read_is_refused_whole(string table, string why) =>
        Assert.Contains(why, Assert.Throws<FormatException>(() => AccessMatrix.Read(table)).Message, StringComparison.Ordinal);
}
