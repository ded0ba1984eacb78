using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Infrastructure;

/// <summary>Records that many tests begin with.</summary>
public static class Known
{
    public static NewCustomer Anna { get; } = new()
    {
        Name = new PersonName("Anna", "Rossi"),
        Emails = [EmailAddress.Parse("anna.rossi@example.com")],
        Phones = [PhoneNumber.Parse("+39 02 1234 5678", null)],
        Address = new PostalAddress("Via Roma 1", null, "20121", "Milano", null, Country.FromCode("IT")),
        References = [new ExternalReference("shop", "1001")],
        Language = LanguageTag.Parse("it"),
    };

    public static Money Eur(decimal amount) => new(amount, Currency.Eur);

    /// <summary>Registers and saves a customer.</summary>
    public static async Task<CustomerId> RegisterAsync<TContext>(this CrmWork<TContext> work, NewCustomer? customer = null)
        where TContext : DbContext, ICrmDbContext
    {
        var registered = (await work.Customers.RegisterAsync(customer ?? new NewCustomer { Name = new PersonName("Anna", "Rossi") })).Value;
        await work.SaveAsync();
        return registered.Id;
    }

    /// <summary>Adds a product to the default catalogue and saves it.</summary>
    public static async Task AddProductAsync<TContext>(this CrmWork<TContext> work, string sku, decimal price, decimal? cost = null)
        where TContext : DbContext, ICrmDbContext
    {
        var now = work.Get<NodaTime.IClock>().GetCurrentInstant();
        work.Get<IProductStore>().Add(new Product(ProductId.New(now), sku, $"Product {sku}", Eur(price), now, cost is { } c ? Eur(c) : null));
        await work.SaveAsync();
    }
}
