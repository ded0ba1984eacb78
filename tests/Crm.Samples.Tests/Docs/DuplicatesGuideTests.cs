using Crm.Domain.Customers;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/duplicates.md says, done.</summary>
public sealed class DuplicatesGuideTests
{
    [Fact]
    public void Pairs_OfTheGuide_AreToldWithReasons()
    {
        var anna = new DuplicateRecord { Id = "1", GivenName = "Anna", FamilyName = "Kowalczyk", BirthDate = "1984-03-07", Email = "anna@example.org" };
        DuplicatesGuide.Pairs([anna, anna with { Id = "2", FamilyName = "Kowalcyzk" }, new() { Id = "3", GivenName = "Otto", FamilyName = "Graf" }])
            .Should().ContainSingle().Which.Should().StartWith("1 and 2").And.Contain("familyName near");
    }

    [Fact]
    public void Options_OfTheGuide_AreRead()
    {
        var services = new Microsoft.Extensions.DependencyInjection.ServiceCollection();
        DuplicatesGuide.Configure(services);
        using var provider = Microsoft.Extensions.DependencyInjection.ServiceCollectionContainerBuilderExtensions.BuildServiceProvider(services);
        var options = (DuplicateOptions)provider.GetService(typeof(DuplicateOptions))!;
        (options.Refuse, options.Rules.Review, options.Rules.Fields[DuplicateFields.Street2].Use).Should().Be((true, .5, false));
    }
}
