using Crm.Persistence.Specification.Infrastructure;

namespace Crm.Persistence.Sqlite.Tests.Infrastructure;

public sealed class SpecificationCoverageTests
{
    [Fact]
    public void Specification_EverySuite_IsRunByThisProvider() =>
        SpecificationCoverage.Missing(typeof(SpecificationCoverageTests).Assembly).Should().BeEmpty("each suite has a derived class here");
}
