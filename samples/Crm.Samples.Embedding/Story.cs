using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Crm.Persistence.EfCore.Outbox;
using Crm.Samples.Embedding.Shop;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Embedding;

/// <summary>Walks through what a host does with the CRM in its own context. Every step is a unit of work of its own.</summary>
public sealed class Story(IServiceScopeFactory scopes, IOutboxDispatcher outbox)
{
    private const string Kettle = "KETTLE-1";

    public async Task<int> TellAsync()
    {
        await InScopeAsync(CreateTablesAsync);
        var anna = await InScopeAsync(RegisterAsync);
        await DeliverAsync(anna);
        await InScopeAsync(services => BuyAsync(services, anna));
        await InScopeAsync(services => BuyTooMuchAsync(services, anna));
        await InScopeAsync(services => ChangeOurMindAsync(services, anna));
        await InScopeAsync(services => LookBackAsync(services, anna));
        return 0;
    }

    private async Task CreateTablesAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<ShopDbContext>();

        // docs: create-tables
        // On an empty database this makes every table of the model, the shop's and the CRM's. On one that has tables it does
        // nothing at all, so the second call adds the CRM's tables beside those of a shop that came first.
        await db.Database.EnsureCreatedAsync();
        await db.Database.EnsureCrmCreatedAsync();
        // docs: end

        if (await db.Articles.FindAsync(Kettle) is { } kettle)
        {
            kettle.InStock = 3;
        }
        else
        {
            db.Articles.Add(new Article { Sku = Kettle, Name = "Kettle, 1.7 l", Price = 49.90m, InStock = 3 });
        }

        // Rows of the shop alone need no scope and write no audit; this is the shop's context as it always was.
        await db.SaveChangesAsync();
        Say("1", "The shop has 3 kettles on the shelf.");
    }

    private static async Task<CustomerId> RegisterAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<ShopDbContext>();

        // docs: shadow-column
        var registered = await services.GetRequiredService<CustomerDirectory>().RegisterAsync(new NewCustomer
        {
            Name = new PersonName("Anna", "Rossi"),
            Emails = [EmailAddress.Parse("anna.rossi@example.com")],
        });
        var anna = registered.Value;
        var card = "L-" + anna.Id.Value.ToString("N")[^10..];
        db.Entry(anna).Property("LoyaltyCard").CurrentValue = card;
        (await services.GetRequiredService<ICrmUnitOfWork>().SaveAsync()).ThrowIfFailed();

        var found = await db.Set<Customer>().AsNoTracking().SingleAsync(c => EF.Property<string?>(c, "LoyaltyCard") == card);
        // docs: end
        Say("2", $"{found.DisplayName} is registered, and found again by her loyalty card, a shadow column of the shop.");
        return anna.Id;
    }

    private async Task DeliverAsync(CustomerId anna)
    {
        // A running host does this by itself, in the background, in as many processes as it has.
        while (await outbox.DispatchAsync() > 0)
        {
        }

        await InScopeAsync(async services =>
        {
            var vouchers = await services.GetRequiredService<ShopDbContext>().Vouchers.Where(v => v.CustomerId == anna).ToListAsync();
            Say("3", $"The shop's event handler gave her {vouchers.Count} voucher of {vouchers.Sum(v => v.Value):0} EUR, a row of the shop's side table.");
        });
    }

    private static async Task BuyAsync(IServiceProvider services, CustomerId anna)
    {
        var order = (await services.GetRequiredService<Checkout>().BuyAsync(anna, Kettle, 1)).Value;
        Say("4", $"She buys a kettle: {order.Number}, {order.Total}. Stock and order were one save: {await StandAsync(services, anna)}.");
    }

    private async Task BuyTooMuchAsync(IServiceProvider services, CustomerId anna)
    {
        try
        {
            await services.GetRequiredService<Checkout>().BuyAsync(anna, Kettle, 5);
            throw new InvalidOperationException("The shelf was empty and sold all the same.");
        }
        catch (DbUpdateException)
        {
            // A scope of its own reads what the database holds, not what this one still tracks.
            await InScopeAsync(async fresh => Say("5", $"She wants five more. The shelf refuses, and the order goes with it: {await StandAsync(fresh, anna)}."));
        }
    }

    private async Task ChangeOurMindAsync(IServiceProvider services, CustomerId anna)
    {
        // docs: transaction
        var db = services.GetRequiredService<ShopDbContext>();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            // A save of the shop and a save of the CRM in the host's own transaction …
            (await db.Articles.SingleAsync(a => a.Sku == Kettle)).InStock += 100;
            await db.SaveChangesAsync();
            (await services.GetRequiredService<ContactHistory>()
                .RecordAsync(new ContactDetails(anna, Channels.Phone, Direction.Outbound, "A hundred kettles came in"))).WithoutValue().ThrowIfFailed();
            (await services.GetRequiredService<ICrmUnitOfWork>().SaveAsync()).ThrowIfFailed();

            // … go together when it is rolled back; so do audit, timeline and outbox.
            await transaction.RollbackAsync();
        }
        // docs: end

        await InScopeAsync(async fresh => Say("6", $"A delivery is booked and rolled back, with the call about it: {await StandAsync(fresh, anna)}."));
    }

    private static async Task LookBackAsync(IServiceProvider services, CustomerId anna)
    {
        var subject = anna.ToSubject();
        var timeline = await services.GetRequiredService<ContactHistory>().TimelineAsync(subject);
        Say("7", $"Her timeline: {string.Join(", ", timeline.Items.Reverse().Select(i => i.Kind))}.");
    }

    private static async Task<string> StandAsync(IServiceProvider services, CustomerId anna)
    {
        var db = services.GetRequiredService<ShopDbContext>();
        var stock = await db.Articles.Where(a => a.Sku == Kettle).Select(a => a.InStock).SingleAsync();
        var orders = await services.GetRequiredService<OrderBook>().OrdersAsync(anna);
        var contacts = await db.Set<Interaction>().CountAsync(i => i.CustomerId == anna);
        return $"{stock} in stock, {orders.Count} order(s), {contacts} contact(s)";
    }

    private Task InScopeAsync(Func<IServiceProvider, Task> work) => InScopeAsync(async services =>
    {
        await work(services);
        return 0;
    });

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    private static void Say(string step, string text) => Console.WriteLine($"{step}. {text}");
}
