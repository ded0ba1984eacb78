using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/products-prices-subscriptions.md says.</summary>
public sealed class ProductsGuideTests
{
    [Fact]
    [Trait("Check", "OR-01")]
    public async Task Catalogue_FromPricesToContracts()
    {
        await using var host = await GuideHost<CrmDbContext>.StartAsync();
        var dealer = (await host.Get<CustomerDirectory>().RegisterAsync(new NewCustomer { OrganisationName = "Tea & Co" })).Value.Id;
        var anna = (await host.Get<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi") })).Value.Id;
        await host.SaveAsync();
        await ProductsGuide.PrepareAsync(host.Get<Products>(), host.Get<PriceBook>(), host.Get<Stockroom>(), host.Get<ICrmUnitOfWork>(), dealer);
        await host.SaveAsync();

        (await ProductsGuide.WhyAsync(host.Get<PriceBook>(), dealer)).Should().Contain("25").And.EndWith("by CustomerList dealer from 10");
        (await ProductsGuide.WhyAsync(host.Get<PriceBook>(), anna)).Should().Contain("30").And.EndWith("by Product  from 0");
        var bought = await ProductsGuide.DeliverAsync(host.Get<OrderBook>(), host.Get<ICrmUnitOfWork>(), anna);
        (bought.Bought, bought.Quantity, bought.Amount.Amount).Should().Be((3m, 1m, 30m));
        (await host.Get<Stockroom>().FindAsync("KETTLE"))!.Available.Should().Be(38);

        var monthly = await ProductsGuide.SubscribeAsync(host.Get<Subscriptions>(), anna);
        var left = await ProductsGuide.SubscribeAsync(host.Get<Subscriptions>(), dealer);
        (await host.Get<Subscriptions>().CancelAsync(left.Id)).WithoutValue().ThrowIfFailed();
        await host.SaveAsync();
        (monthly.Periods, monthly.DuePrice).Should().Be((1, new Money(6, Currency.Eur)));
        (await ProductsGuide.LearnAsync(host.Get<Subscriptions>())).Model.Alpha.Should().BePositive();
    }
}
