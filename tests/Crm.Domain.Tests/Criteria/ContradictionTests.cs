using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.Marketing;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Domain.Tests.Criteria;

/// <summary>What can be seen never to hold is found, and nothing else.</summary>
public sealed class ContradictionTests
{
    private static readonly FieldCatalogue<CriteriaRecord> s_catalogue = new ServiceCollection().AddCrm().Services.BuildServiceProvider().GetRequiredService<CustomerFieldCatalogue>().ForRecords([]);

    [Theory]
    [InlineData("""{"any":[]}""", "$")]
    [InlineData("""{"not":{"all":[]}}""", "$")]
    [InlineData("""{"all":[{"field":"tag","operator":"equals","value":"a"},{"any":[]}]}""", "$.all[1]")]
    [InlineData("""{"all":[{"field":"tag","operator":"equals","value":"a"},{"field":"tag","operator":"notEquals","value":"a"}]}""", "$.all[0] $.all[1]")]
    [InlineData("""{"all":[{"field":"kind","operator":"equals","value":"person"},{"all":[{"field":"kind","operator":"equals","value":"organisation"}]}]}""", "$.all[0] $.all[1].all[0]")]
    [InlineData("""{"all":[{"field":"birthDate","operator":"isEmpty"},{"field":"birthDate","operator":"before","value":"2000-01-01"}]}""", "$.all[0] $.all[1]")]
    [InlineData("""{"all":[{"field":"purchases.sum","operator":"greaterThan","value":5},{"field":"purchases.sum","operator":"lessOrEqual","value":5}]}""", "$.all[0] $.all[1]")]
    [InlineData("""{"field":"birthDate","operator":"between","value":["2000-01-01","1999-01-01"]}""", "$")]
    [InlineData("""{"any":[{"any":[]},{"field":"purchases.count","operator":"between","value":[3,2]}]}""", "$.any[0] $.any[1]")]
    public void FindContradictions_NeverHolds_SaysWhere(string json, string paths) => string.Join(' ', s_catalogue.FindContradictions(Criterion.Parse(json).Value)).Should().Be(paths);

    [Theory]
    [InlineData("""{"all":[]}""")]
    [InlineData("""{"all":[{"field":"tag","operator":"equals","value":"a"},{"field":"tag","operator":"equals","value":"b"}]}""")]
    [InlineData("""{"all":[{"field":"purchases.sum","operator":"greaterThan","value":5},{"field":"purchases.sum","operator":"lessThan","value":5,"days":90}]}""")]
    [InlineData("""{"all":[{"field":"purchases.product","operator":"equals","value":"a"},{"field":"purchases.product","operator":"notEquals","value":"b"}]}""")]
    [InlineData("""{"any":[{"any":[]},{"field":"tag","operator":"equals","value":"a"}]}""")]
    [InlineData("""{"all":[{"field":"name","operator":"equals","value":"ANNA"},{"field":"name","operator":"equals","value":"anna"}]}""")]
    [InlineData("""{"field":"purchases.count","operator":"in","value":[1,2]}""")]
    public void FindContradictions_MayHold_SaysNothing(string json) => s_catalogue.FindContradictions(Criterion.Parse(json).Value).Should().BeEmpty();

    [Fact]
    public void Order_SegmentsThatBuildOnEachOther_ComesAfterThem_AndCirclesAreNamed()
    {
        static IReadOnlySet<string> Of(params string[] keys) => keys.ToHashSet();
        var (order, circular) = SegmentReferences.Order(new Dictionary<string, IReadOnlySet<string>> { ["a"] = Of("b", "list"), ["b"] = Of(), ["c"] = Of("d"), ["d"] = Of("c"), ["e"] = Of("c") });
        order.Should().Equal("b", "a");
        circular.Should().Equal("c", "d", "e");
    }
}
