using System.Globalization;
using Crm.Domain.Criteria;
using Crm.Domain.CustomFields;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Criteria;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Persistence.Specification.Insights;
using NodaTime;

namespace Crm.Persistence.Specification.Marketing;

/// <summary>Everything that can happen to customers and change a segment, at random but repeatable: what is done, and time that passes.</summary>
internal sealed class SegmentStream(CrmTestHost<SpecificationContext> host, int seed)
{
    /// <summary>Segments over every area, and over each other.</summary>
    private static readonly (string Key, string Criteria)[] s_segments =
    [
        ("spenders", """{"field":"purchases.sum","operator":"greaterThan","value":50,"days":20}"""),
        ("kettle-no-toaster", """{"all":[{"field":"purchases.product","operator":"equals","value":"kettle"},{"field":"purchases.product","operator":"notEquals","value":"toaster"}]}"""),
        ("big-buyers", """{"all":[{"field":"purchases.max","operator":"greaterThan","value":40},{"field":"purchases.min","operator":"lessThan","value":20},{"field":"purchases.count","operator":"greaterOrEqual","value":2,"days":30}]}"""),
        ("silent", """{"field":"interactions.last","operator":"olderThan","value":5}"""),
        ("untouched", """{"field":"interactions.exists","operator":"equals","value":false,"days":3}"""),
        ("called-first", """{"field":"interactions.first","operator":"withinLast","value":4}"""),
        ("in-need", """{"field":"cases.count","operator":"greaterThan","value":0,"days":7,"where":{"field":"category","operator":"in","value":["open","paused"]}}"""),
        ("leaving", """{"any":[{"field":"insight.churnProbability","operator":"greaterThan","value":0.6},{"field":"insight.overdueSince","operator":"withinLast","value":25}]}"""),
        ("due-soon", """{"field":"insight.nextPurchase","operator":"withinNext","value":10}"""),
        ("renewals", """{"field":"custom:since","operator":"withinNext","value":6}"""),
        ("newcomers", """{"field":"registeredAt","operator":"withinLast","value":2}"""),
        ("romans", """{"any":[{"field":"city","operator":"equals","value":"Roma"},{"field":"tag","operator":"equals","value":"vip"}]}"""),
        ("not-invited", """{"all":[{"field":"segments.key","operator":"notEquals","value":"hand"},{"field":"segments.key","operator":"in","value":["romans","silent"]}]}"""),
        ("rest", """{"field":"segments.key","operator":"notIn","value":["not-invited","spenders","leaving"]}"""),
    ];

    private readonly Random _random = new(seed);
    private readonly List<CustomerId> _customers = [];
    private readonly List<ServiceCaseId> _cases = [];
    private readonly List<PrivacyMeasureId> _measures = [];
    private readonly List<MergeId> _merges = [];
    private int _imports;

    /// <summary>What was done last, for messages.</summary>
    public string Last { get; private set; } = string.Empty;

    public async Task BeginAsync()
    {
        IReadOnlyList<CriteriaField> fields;
        await using (var work = host.Work())
        {
            await CriteriaStock.DefineAsync(work);
            fields = (await work.Get<CustomerSegments>().FieldsAsync()).Value.Where(f => f.Relation != "segments").ToList();
        }

        await host.CreateAsync("hand", null);
        foreach (var (key, criteria) in s_segments)
        {
            await host.CreateAsync(key, criteria);
        }

        // Trees that nobody thought of.
        var stock = new CriteriaStock(seed);
        for (var i = 0; i < 12; i++)
        {
            await host.CreateAsync($"random{i}", stock.Tree(fields, 2).ToJsonString());
        }

        for (var i = 0; i < 12; i++)
        {
            await RegisterAsync();
        }
    }

    public async Task StepAsync()
    {
        switch (_random.Next(18))
        {
            case 0:
                await RegisterAsync();
                break;
            case 1:
                await DoAsync("tag", w => w.Care.TagAsync(Somebody(), Pick(["vip", "100%"])));
                break;
            case 2:
                await DoAsync("untag", w => w.Care.UntagAsync(Somebody(), "vip"));
                break;
            case 3:
                await DoAsync("address", w => w.Customers.SetAddressAsync(Somebody(), Enum.GetValues<AddressKind>()[0], new PostalAddress("Via 1", null, "00184", Pick(["Roma", "Milano"]), null, Country.FromCode("IT"))));
                break;
            case 4 or 5:
                await ImportAsync();
                break;
            case 6 or 7:
                await DoAsync("contact", w => w.History.RecordAsync(
                    new ContactDetails(Somebody(), Pick([Channels.Phone, Channels.Email]), Pick([Direction.Inbound, Direction.Outbound]), "Subject") { At = host.Clock.Now - Duration.FromHours(_random.Next(0, 300)) }));
                break;
            case 8:
                await DoAsync("case", async w =>
                {
                    var opened = await w.Desk.OpenAsync(new CaseDetails(Somebody(), "Broken") { Priority = Pick(Enum.GetValues<CasePriority>()) });
                    _cases.AddRange(opened.Succeeded ? [opened.Value.Id] : []);
                    return opened;
                });
                break;
            case 9 when _cases.Count > 0:
                await DoAsync("resolve", w => w.Desk.ResolveAsync(Pick(_cases), "Mended."));
                break;
            case 10:
                await PlantAsync();
                break;
            case 11:
                await DoAsync("field", w => w.Fields.SetAsync(Somebody(), "since", CustomValue.OfDate(Today.PlusDays(_random.Next(-5, 20)))));
                break;
            case 12:
                await DoAsync("list", async w => (await w.Get<SegmentLists>().AddAsync("hand", Somebody())) is { Succeeded: true } added ? added : await w.Get<SegmentLists>().RemoveAsync("hand", Somebody()));
                break;
            case 13:
                await DoAsync("restrict", async w =>
                {
                    var placed = await w.Get<PrivacyMeasures>().PlaceAsync(
                        Somebody(), PrivacyMeasureKind.Restriction, "asked for", _random.Next(2) == 0 ? host.Clock.Now + Duration.FromHours(_random.Next(1, 90)) : null);
                    _measures.AddRange(placed.Succeeded ? [placed.Value.Id] : []);
                    return placed;
                });
                break;
            case 14 when _measures.Count > 0:
                await DoAsync("lift", w => w.Get<PrivacyMeasures>().LiftAsync(Pick(_measures)));
                break;
            case 15 when _random.Next(3) == 0:
                await DoAsync("erase", w => w.Get<PrivacyOffice>().EraseAsync(Somebody()));
                break;
            case 16:
                await DoAsync("merge", async w =>
                {
                    var merged = await w.Merger.MergeAsync(Somebody(), Somebody());
                    _merges.AddRange(merged.Succeeded ? [merged.Value.Id!.Value] : []);
                    return merged;
                });
                break;
            case 17 when _merges.Count > 0:
                await DoAsync("unmerge", w => w.Merger.UnmergeAsync(Pick(_merges)));
                break;
            default:
                Pass();
                break;
        }
    }

    /// <summary>Time passes: instants, hours, days.</summary>
    public void Pass()
    {
        Last = "time";
        host.Clock.Advance(_random.Next(4) switch
        {
            0 => Duration.FromTicks(10 * _random.Next(1, 100)),
            1 => Duration.FromMinutes(_random.Next(1, 90)),
            2 => Duration.FromHours(_random.Next(1, 40)),
            _ => Duration.FromDays(_random.Next(1, 6)),
        });
    }

    private LocalDate Today => host.Clock.Now.InUtc().Date;

    private CustomerId Somebody() => Pick(_customers);

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    private async Task RegisterAsync()
    {
        Last = "register";
        _customers.Add(await host.RegisterAsync(string.Create(CultureInfo.InvariantCulture, $"Buyer{(char)('a' + _random.Next(26))}")));
    }

    // What the rules refuse is no event: somebody was erased, or is no customer any more.
    private async Task DoAsync<T>(string what, Func<CrmWork<SpecificationContext>, Task<CrmResult<T>>> act)
        where T : notnull
    {
        Last = what;
        await using var work = host.Work();
        if ((await act(work)).Succeeded)
        {
            (await work.UnitOfWork.SaveAsync()).Succeeded.Should().BeTrue();
        }
    }

    private async Task ImportAsync()
    {
        Last = "purchases";
        var day = Today.PlusDays(-_random.Next(-2, 30));
        var rows = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => new ImportedPurchase(Somebody(), day, _random.Next(6) == 0 ? -1 : 1, Known.Eur(_random.Next(1, 60) * (_random.Next(6) == 0 ? -1 : 1)))
        {
            Sku = Pick(["kettle", "toaster", "Lamp_1"]),
        }).Select(r => r with { Amount = Known.Eur(Math.Abs(r.Amount.Amount) * Math.Sign(r.Quantity)) }).ToList();
        await using var work = host.Work();
        await work.Orders.ImportAsync(string.Create(CultureInfo.InvariantCulture, $"till{_imports++}"), rows.ToAsyncEnumerable());
    }

    private async Task PlantAsync()
    {
        Last = "figures";
        await using var work = host.Work();
        if (await work.Customers.FindAsync(Somebody()) is not { } customer)
        {
            return;
        }

        var run = Buyers.Run(Today, host.Clock.Now);
        await Buyers.PlantAsync(work, run, Buyers.Figures(customer.Id, run.Id, Today.PlusDays(_random.Next(-3, 2))) with
        {
            ChurnProbability = _random.Next(10) / 10m, OverdueSince = _random.Next(2) == 0 ? Today.PlusDays(-_random.Next(0, 30)) : null, NextPurchaseOn = Today.PlusDays(_random.Next(-3, 20)),
        });
    }
}
