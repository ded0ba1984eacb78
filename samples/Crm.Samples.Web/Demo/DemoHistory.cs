using System.Globalization;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using NodaTime;

namespace Crm.Samples.Web.Demo;

/// <summary>Plays eighteen months of a small shop's life through the front doors, in the order of time.</summary>
public sealed class DemoHistory(IServiceProvider services, DemoClock clock, Instant end)
{
    private const int Customers = 50;

    private static readonly (string Sku, string Name, decimal Price, decimal Cost)[] s_products =
    [
        ("KETTLE-1", "Kettle, 1.7 l", 49.90m, 21m), ("TOASTER-2", "Toaster, two slots", 39.50m, 17m), ("ESPRESSO-9", "Espresso machine", 289m, 160m),
        ("GRINDER-3", "Coffee grinder", 79m, 35m), ("DESCALER", "Descaler, 500 ml", 8.90m, 2.10m), ("FILTERS-12", "Water filters, 12 pieces", 24m, 9m),
    ];

    private static readonly (ChannelKey Channel, Direction Direction, string Subject)[] s_contacts =
    [
        (Channels.Phone, Direction.Inbound, "Asked when the order arrives"), (Channels.Email, Direction.Inbound, "Sent a photograph of the label"),
        (Channels.Phone, Direction.Outbound, "Told about the new filters"), (Channels.Store, Direction.Inbound, "Tried the espresso machine"),
        (Channels.Chat, Direction.Inbound, "Asked which descaler fits"), (Channels.Email, Direction.Outbound, "Sent the invoice again"),
        (Channels.Letter, Direction.Inbound, "Wrote a letter of thanks"),
    ];

    private static readonly string[] s_problems = ["does not switch on", "leaks", "is too loud", "arrived with a dent", "stops after a minute"];

    private static readonly Duration s_delivery = Duration.FromDays(2);

    private readonly Random _random = new(20_260_101);
    private readonly List<(Instant At, Func<Task> Happening)> _plan = [];
    private readonly Instant _begin = clock.Now;
    private readonly ICrmUnitOfWork _unitOfWork = services.GetRequiredService<ICrmUnitOfWork>();
    private CancellationToken _cancellation;
    private int _happened;

    public async Task<CrmResult<string>> PlayAsync(CancellationToken cancellationToken)
    {
        _cancellation = cancellationToken;
        PlanShop();
        for (var number = 1; number <= Customers; number++)
        {
            PlanCustomer(number);
        }

        foreach (var (at, happening) in _plan.OrderBy(p => p.At))
        {
            clock.Now = at;
            await happening();
            var saved = await _unitOfWork.SaveAsync(_cancellation);
            if (!saved.Succeeded)
            {
                return CrmResult<string>.Failed(saved.Errors);
            }

            // What is saved is let go, or every later save would look through all of it for changes.
            services.GetRequiredService<CrmDbContext>().ChangeTracker.Clear();
            _happened++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Customers} customers and {_happened} happenings added.");
    }

    private void PlanShop()
    {
        foreach (var product in s_products)
        {
            Plan(_begin, () =>
            {
                services.GetRequiredService<IProductStore>().Add(new Product(
                    ProductId.New(clock.Now), product.Sku, product.Name, new Money(product.Price, Currency.Eur), clock.Now, new Money(product.Cost, Currency.Eur)));
                return Task.CompletedTask;
            });
        }

        foreach (var article in DemoArticle.All)
        {
            Plan(_begin + Duration.FromDays(_random.Next(1, 90)), async () =>
            {
                var knowledge = services.GetRequiredService<KnowledgeBase>();
                var written = (await knowledge.WriteAsync(article.Content, article.Audience, cancellationToken: _cancellation)).Value;
                (await knowledge.PublishAsync(written.Id, cancellationToken: _cancellation)).WithoutValue().ThrowIfFailed();
            });
        }
    }

    private void PlanCustomer(int number)
    {
        var known = DemoPeople.Make(number, _random);
        var registered = number == 1 ? _begin : Between(_begin, end - Duration.FromDays(30));
        CustomerId id = default;
        Plan(registered, async () => id = (await services.GetRequiredService<CustomerDirectory>().RegisterAsync(known, _cancellation)).Value.Id);

        // Anna, whom the pages and tests look at, has a bit of everything.
        var orders = number == 1 ? 9 : _random.Next(0, 6);
        for (var i = 0; i < orders; i++)
        {
            var lines = Enumerable.Range(0, _random.Next(1, 4))
                .Select(_ => s_products[_random.Next(s_products.Length)].Sku).Distinct(StringComparer.Ordinal)
                .Select(sku => new NewOrderLine(sku, _random.Next(1, 3))).ToList();
            PlanOrder(Between(registered, end), () => new NewOrder(id, lines));
        }

        var contacts = number == 1 ? 12 : _random.Next(0, 5);
        for (var i = 0; i < contacts; i++)
        {
            var (channel, direction, subject) = s_contacts[_random.Next(s_contacts.Length)];
            Plan(Between(registered, end), async () =>
                (await services.GetRequiredService<ContactHistory>().RecordAsync(new ContactDetails(id, channel, direction, subject), _cancellation)).WithoutValue().ThrowIfFailed());
        }

        if (number == 1 || number % 3 == 0)
        {
            PlanCase(number, registered, () => id);
        }
    }

    private void PlanOrder(Instant placed, Func<NewOrder> order)
    {
        OrderId id = default;
        Plan(placed, async () => id = (await services.GetRequiredService<OrderBook>().PlaceAsync(order(), _cancellation)).Value.Id);
        if (placed + s_delivery < end)
        {
            Plan(placed + s_delivery, async () => (await services.GetRequiredService<OrderBook>().CompleteAsync(id, cancellationToken: _cancellation)).WithoutValue().ThrowIfFailed());
        }
    }

    private void PlanCase(int number, Instant registered, Func<CustomerId> customer)
    {
        var product = s_products[_random.Next(s_products.Length)];
        var subject = $"{product.Name} {s_problems[_random.Next(s_problems.Length)]}";
        var opened = number == 1 ? end - Duration.FromDays(3) : Between(registered, end - Duration.FromDays(1));
        ServiceCaseId id = default;
        Plan(opened, async () => id = (await services.GetRequiredService<ServiceDesk>().OpenAsync(
            new CaseDetails(customer(), subject) { Sku = product.Sku, Channel = Channels.Phone, Description = "It happened on the first day." }, _cancellation)).Value.Id);
        Plan(opened + Duration.FromHours(3), async () =>
            (await services.GetRequiredService<ServiceDesk>().ReplyAsync(id, "We are sorry. Please send us the serial number.", cancellationToken: _cancellation)).WithoutValue().ThrowIfFailed());
        if (number != 1 && _random.Next(2) == 0)
        {
            Plan(opened + Duration.FromHours(20), async () =>
                (await services.GetRequiredService<ServiceDesk>().ResolveAsync(id, "Replaced.", cancellationToken: _cancellation)).WithoutValue().ThrowIfFailed());
        }
    }

    private Instant Between(Instant from, Instant to) => from + ((to - from) * _random.NextDouble());

    private void Plan(Instant at, Func<Task> happening) => _plan.Add((at, happening));
}
