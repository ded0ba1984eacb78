using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.SelfService;
using Crm.Domain.Service;
using Crm.Domain.Time;
using Crm.Domain.Values;
using Crm.Testing;
using NodaTime;

namespace Crm.Domain.Tests.InMemory;

/// <summary>Front doors over stores that keep everything in memory, as one actor sees them.</summary>
public sealed class Shop
{
    private readonly CrmScopeAccessor _scope = new();
    private readonly Dictionary<string, long> _drawn = new(StringComparer.Ordinal);

    /// <summary>What another actor finds in the same shop.</summary>
    private Shop(Shop shop, Actor actor)
        : this(actor) => (Clock, Cases, Contacts, Items, KnowledgeOptions, Placed, Quotes, QuoteOptions, Known, Products, Rates, Prices, Stock) =
            (shop.Clock, shop.Cases, shop.Contacts, shop.Items, shop.KnowledgeOptions, shop.Placed, shop.Quotes, shop.QuoteOptions, shop.Known, shop.Products, shop.Rates, shop.Prices, shop.Stock);

    public Shop(Actor? actor = null) => _scope.Set(new CrmScope(actor ?? Actor.Agent("ada", "Ada Agent")));

    public FakeClock Clock { get; private init; } = new();

    public List<ServiceCase> Cases { get; private init; } = [];

    public List<Interaction> Contacts { get; private init; } = [];

    public List<KnowledgeItem> Items { get; private init; } = [];

    public List<Order> Placed { get; private init; } = [];

    public List<Quote> Quotes { get; private init; } = [];

    public Dictionary<CustomerId, CustomerIdentity> Known { get; private init; } = [];

    public Dictionary<string, CatalogProduct> Products { get; private init; } = new(StringComparer.Ordinal)
    {
        ["KETTLE"] = new("KETTLE", "Kettle", new Money(30, Currency.Eur), new Money(12.5m, Currency.Eur)),
        ["CUP"] = new("CUP", "Cup", new Money(4.99m, Currency.Eur), null),
    };

    public ChannelCatalog Channels { get; } = new();

    public CaseStatusCatalog Statuses { get; } = new();

    public CaseFollowUpRules FollowUps { get; set; } = new();

    public CrmGate Gate => new(_scope, Roles);

    public CrmRoles Roles { get; } = new();

    public CrmActs Acts => new(Gate, Clock, CrmErrorDescriber.Default);

    public ServiceDesk Desk => new(CaseStore, Merges, Stub.Of<IServiceCaseQueries>(), Customers, Numbers, Statuses, FollowUps, Acts);

    public CaseRecords Records => new(CaseStore, Customers, Acts);

    public CaseSplitter Splitter => new(CaseStore, Numbers, Acts);

    public CustomerCases CasesForCustomers => new(CaseStore, Merges, Stub.Of<IServiceCaseQueries>(), Statuses, Acts);

    public PortalCases PortalCases => new(
        CasesForCustomers, new CustomerCaseActs(CaseStore, Merges, Customers, Numbers, Statuses, FollowUps, Acts), Stub.Of<IServiceProvider>(), Acts);

    public ContactHistory History => new(
        Stub.Of<IInteractionStore>(
            (nameof(IInteractionStore.FindAsync), a => Task.FromResult(Contacts.Find(c => c.Id == (InteractionId)a[0]!))),
            (nameof(IInteractionStore.FindByExternalIdAsync), a => Task.FromResult(Contacts.Find(c => c.Channel == (ChannelKey)a[0]! && c.ExternalId == (string)a[1]!))),
            (nameof(IInteractionStore.Add), a => Added(Contacts, a))),
        Stub.Of<ITimelineQueries>(),
        Stub.Of<IContactStatisticsQueries>(),
        Customers,
        Channels,
        Acts);

    public KnowledgeOptions KnowledgeOptions { get; private init; } = new();

    public KnowledgeBase Knowledge => new(ItemStore, Authors, Acts);

    public KnowledgePublishing Publishing => new(ItemStore, Authors, Acts);

    public OrderBook Orders => new(
        Stub.Of<IOrderStore>(
            (nameof(IOrderStore.FindAsync), a => Task.FromResult(Placed.Find(c => c.Id == (OrderId)a[0]!))),
            (nameof(IOrderStore.FindByNumberAsync), a => Task.FromResult(Placed.Find(c => c.Number == (OrderNumber)a[0]!))),
            (nameof(IOrderStore.FindByExternalIdAsync), a => Task.FromResult(Placed.Find(c => c.ExternalId == (string)a[0]!))),
            (nameof(IOrderStore.Add), a => Added(Placed, a))),
        Stub.Of<IPurchaseQueries>(
            (nameof(IPurchaseQueries.HistoryAsync), a => Task.FromResult<IReadOnlyList<PurchaseFact>>(
                [.. Placed.Where(o => o.CustomerId == (CustomerId)a[0]!).SelectMany(o => o.Facts)]))),
        Catalog,
        Customers,
        Numbers,
        Stub.Of<ICrmUnitOfWork>(),
        Zone,
        Stub.Of<IBaseRates>((nameof(IBaseRates.FindAsync), a => Task.FromResult(Rates.GetValueOrDefault((Currency)a[0]!)))),
        Acts);

    /// <summary>What a unit of each currency is worth when orders are booked; none by default.</summary>
    public Dictionary<Currency, BaseRate> Rates { get; private init; } = [];

    /// <summary>Prices other than the products' own, by product.</summary>
    public List<PriceCandidate> Prices { get; private init; } = [];

    /// <summary>What is kept in stock.</summary>
    public List<StockItem> Stock { get; private init; } = [];

    public QuoteOptions QuoteOptions { get; private init; } = new();

    public QuoteDesk QuoteDesk => new(QuoteStore, Stub.Of<IQuoteQueries>(), Catalog, Customers, Numbers, Zone, QuoteOptions, Acts);

    public QuoteAnswers QuoteAnswers => new(QuoteStore, Orders, Zone, Acts);

    public QuoteDocuments QuoteDocuments => new(
        QuoteStore,
        Stub.Of<ICustomerAddressees>((nameof(ICustomerAddressees.FindAsync), a => Task.FromResult(Known.GetValueOrDefault((CustomerId)a[0]!) is { } known
            ? new CustomerAddressee(known.DisplayName, new PostalAddress("Via Dante 1", null, "20121", "Milano", null, Country.FromCode("IT")), LanguageTag.Parse("it"))
            : null))),
        new HtmlQuoteRenderer(),
        Zone,
        QuoteOptions,
        Acts);

    private static IBusinessZone Zone => Stub.Of<IBusinessZone>(("get_Zone", _ => DateTimeZoneProviders.Tzdb["Europe/Rome"]));

    private IProductCatalog Catalog => new Shelf(this);

    private IQuoteStore QuoteStore => Stub.Of<IQuoteStore>(
        (nameof(IQuoteStore.FindAsync), a => Task.FromResult(Quotes.Find(q => q.Id == (QuoteId)a[0]!))),
        (nameof(IQuoteStore.FindByNumberAsync), a => Task.FromResult(Quotes.Find(q => q.Number == (QuoteNumber)a[0]!))),
        (nameof(IQuoteStore.FindByTokenAsync), a => Task.FromResult(Quotes.Find(q => q.TokenHash == (string)a[0]!))),
        (nameof(IQuoteStore.Add), a => Added(Quotes, a)));

    private KnowledgeAuthors Authors => new(Acts.Gate, KnowledgeOptions);

    private IKnowledgeStore ItemStore => Stub.Of<IKnowledgeStore>(
        (nameof(IKnowledgeStore.FindAsync), a => Task.FromResult(Items.Find(c => c.Id == (KnowledgeItemId)a[0]!))),
        (nameof(IKnowledgeStore.DueAsync), a => Task.FromResult<IReadOnlyList<KnowledgeItem>>([.. Items.Where(i => i.StatusAt((Instant)a[0]!) != i.Status).Take((int)a[1]!)])),
        (nameof(IKnowledgeStore.IsTranslatedAsync), a => Task.FromResult(Items.Exists(i => i.TranslationOfId == (KnowledgeItemId)a[0]! && i.Language == (LanguageTag)a[1]!))),
        (nameof(IKnowledgeStore.KnownAsync), a => Task.FromResult<IReadOnlySet<KnowledgeItemId>>(Items.Select(i => i.Id).Intersect((IReadOnlyCollection<KnowledgeItemId>)a[0]!).ToHashSet())),
        (nameof(IKnowledgeStore.Add), a => Added(Items, a)));

    private IServiceCaseStore CaseStore => Stub.Of<IServiceCaseStore>(
        (nameof(IServiceCaseStore.FindAsync), a => Task.FromResult(Cases.Find(c => c.Id == (ServiceCaseId)a[0]!))),
        (nameof(IServiceCaseStore.FindByNumberAsync), a => Task.FromResult(Cases.Find(c => c.Number == (CaseNumber)a[0]!))),
        (nameof(IServiceCaseStore.Add), a => Added(Cases, a)));

    private ICaseMergeStore Merges => Stub.Of<ICaseMergeStore>(
        (nameof(ICaseMergeStore.TargetOfAsync), a => Task.FromResult(EndOf((ServiceCaseId)a[0]!))),
        (nameof(ICaseMergeStore.SourcesOfAsync), a => Task.FromResult<IReadOnlyList<ServiceCaseId>>([.. Cases.Where(c => c.Id != (ServiceCaseId)a[0]! && EndOf(c.Id) == (ServiceCaseId)a[0]!).Select(c => c.Id)])),
        (nameof(ICaseMergeStore.MessagesAsync), a => Task.FromResult<IReadOnlyList<ConversationMessage>>(
            [.. Cases.Where(c => ((IReadOnlyCollection<ServiceCaseId>)a[0]!).Contains(c.Id)).SelectMany(c => c.Messages, (c, m) => new ConversationMessage(m.Id, c.Number, m.Kind, m.Author, m.Body, m.At))
                .Where(m => ((IReadOnlyCollection<CaseMessageKind>)a[1]!).Contains(m.Kind)).OrderBy(m => m.At).ThenBy(m => m.Id)])));

    private ICustomerQueries Customers => Stub.Of<ICustomerQueries>(
        (nameof(ICustomerQueries.IdentifyAsync), a => Task.FromResult(Known.GetValueOrDefault((CustomerId)a[0]!))),
        (nameof(ICustomerQueries.ResolveAsync), a => Task.FromResult<IReadOnlyDictionary<CustomerId, CustomerId>>(
            ((IReadOnlyCollection<CustomerId>)a[0]!).Where(Known.ContainsKey).ToDictionary(id => id, id => Known[id].Id))));

    private ICrmNumberSeries Numbers => Stub.Of<ICrmNumberSeries>(
        (nameof(ICrmNumberSeries.NextAsync), a => Task.FromResult<IReadOnlyList<long>>([_drawn[(string)a[0]!] = _drawn.GetValueOrDefault((string)a[0]!) + 1])));

    /// <summary>The same shop, as somebody else sees it.</summary>
    public Shop As(Actor actor) => new(this, actor);

    public CustomerId Customer(CustomerKind kind = CustomerKind.Person)
    {
        var id = CustomerId.New(Clock.Now);
        Known.Add(id, new CustomerIdentity(id, kind, kind == CustomerKind.Person ? "Anna Rossi" : "Rossi & Figli"));
        return id;
    }

    private ServiceCaseId? EndOf(ServiceCaseId id) => Cases.Find(c => c.Id == id) is { } found ? found.MergedIntoId is { } next ? EndOf(next) : id : null;

    private static object? Added<T>(List<T> all, object?[] arguments)
    {
        all.Add((T)arguments[0]!);
        return null;
    }

    // Products from here; prices and stock by the default catalogue.
    private sealed class Shelf(Shop shop) : IProductCatalog
    {
        private readonly DefaultCatalog _catalog = new(
            Stub.Of<IProductStore>(),
            Stub.Of<IPriceStore>((nameof(IPriceStore.CandidatesAsync), a => Task.FromResult(new PriceCandidates(null, shop.Prices)))),
            Stub.Of<IStockStore>((nameof(IStockStore.FindAsync), a => Task.FromResult<IReadOnlyList<StockItem>>(shop.Stock.FindAll(i => ((IReadOnlyCollection<string>)a[0]!).Contains(i.Sku))))),
            CrmErrorDescriber.Default);

        public Task<IReadOnlyDictionary<string, CatalogProduct>> FindAsync(IReadOnlyCollection<string> skus, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<string, CatalogProduct>>(shop.Products.Where(p => skus.Contains(p.Key)).ToDictionary(StringComparer.Ordinal));

        public Task<CrmResult<IReadOnlyDictionary<string, CatalogPrice>>> PriceAsync(PriceRequest request, CancellationToken cancellationToken) => _catalog.PriceAsync(request, cancellationToken);

        public Task<CrmResult<IReadOnlyDictionary<string, StockItemId>>> MoveStockAsync(StockMovement movement, CancellationToken cancellationToken) => _catalog.MoveStockAsync(movement, cancellationToken);
    }
}
