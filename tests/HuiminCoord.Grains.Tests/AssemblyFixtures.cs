using HuiminCoord.Grains.Tests;

// One PostgreSQL server for all tests of an assembly; they run one after the other.
[assembly: AssemblyFixture(typeof(PostgreSqlServer))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
