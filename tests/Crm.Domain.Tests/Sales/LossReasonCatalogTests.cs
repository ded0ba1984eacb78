using System.Globalization;
using Crm.Domain.Sales;

namespace Crm.Domain.Tests.Sales;

[Trait("Check", "SF-08")]
public sealed class LossReasonCatalogTests
{
    [Fact]
    public void Register_BuiltInAnewOrOneOfTheHosts_IsDoneOnce()
    {
        var reasons = new LossReasonCatalog();
        reasons.Register(new LossReason("price", "Price", NeedsText: true));
        reasons.Register(new LossReason("strike", "Strike"));
        reasons.TryGet("price", out var price).Should().BeTrue();
        price!.NeedsText.Should().BeTrue();
        (reasons.NameOf("strike", new CultureInfo("de")), reasons.NameOf("no-need", new CultureInfo("de")), reasons.NameOf("gone")).Should().Be(("Strike", "Kein Bedarf", "gone"));
        FluentActions.Invoking(() => reasons.Register(new LossReason("strike", "Again"))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => reasons.Register(new LossReason("No Key", "Name"))).Should().Throw<ArgumentException>();
    }
}
