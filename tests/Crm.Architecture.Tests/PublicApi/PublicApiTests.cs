namespace Crm.Architecture.Tests.PublicApi;

/// <summary>What the packages offer changes only on purpose (D16).</summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("Crm.Domain")]
    [InlineData("Crm.Persistence.EfCore")]
    [InlineData("Crm.Analytics")]
    public void Package_PublicApi_IsTheAcceptedOne(string package) => Pinned.ShouldBe(
        $"tests/Crm.Architecture.Tests/PublicApi/{package}.txt",
        ApiText.Of(House.Packages.Single(assembly => assembly.GetName().Name == package)),
        $"The public API of {package}");
}
