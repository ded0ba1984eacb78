using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Tests.InMemory;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Tests.Issues;

/// <summary>Arguments that were checked, or cleaned, after they had been used.</summary>
public class LateCheckTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);

    /// <summary>The kind was checked while looking through the addresses, of which a new customer has none.</summary>
    [Fact]
    public void SetAddress_UndefinedKindOnACustomerWithoutAddresses_IsRefused()
    {
        var person = new Person(CustomerId.New(s_now), new PersonName("Ada", "Byron"), s_now);

        var act = () => person.SetAddress((AddressKind)99, new PostalAddress("Via Roma 1", null, "00184", "Roma", null, null), s_now);

        act.Should().Throw<ArgumentOutOfRangeException>();
        (person.Addresses.Count, person.Version).Should().Be((0, 1L));
    }

    /// <summary>The catalogue was asked for the trimmed unit, and its answer searched by the untrimmed one.</summary>
    [Fact]
    public async Task Place_UnitWithBlanksAround_FindsTheProduct()
    {
        var shop = new Shop();

        var placed = await shop.Orders.PlaceAsync(new NewOrder(shop.Customer(), [new NewOrderLine(" KETTLE ", 1), new NewOrderLine("KETTLE", 2)]));

        placed.Value.Lines.Select(l => l.Sku).Should().Equal("KETTLE", "KETTLE");
    }
}
