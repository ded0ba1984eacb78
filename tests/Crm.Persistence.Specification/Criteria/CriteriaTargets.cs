using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.CustomFields;
using Crm.Domain.Feedback;
using Crm.Domain.Insights;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Time;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace Crm.Persistence.Specification.Criteria;

/// <summary>The same customers for three targets: the database, aggregates in memory, and plain records from JSON.</summary>
internal sealed class CriteriaTargets
{
    private readonly CrmWork<SpecificationContext> _work;
    private readonly List<Customer> _customers;
    private readonly FieldCatalogue<Customer> _memory;
    private readonly FieldCatalogue<CriteriaRecord> _plain;
    private readonly IReadOnlyList<CriteriaRecord> _records;

    private CriteriaTargets(
        CrmWork<SpecificationContext> work, List<Customer> customers, IReadOnlyList<CustomField> fields, ILookup<CustomerId, PurchaseFact> purchases, ILookup<CustomerId, Interaction> interactions, ILookup<CustomerId, ServiceCase> cases, ILookup<CustomerId, CustomerStatement> statements, ILookup<CustomerId, CustomerInsight> insights, ILookup<CustomerId, SegmentMembership> stays,
        ILookup<CustomerId, FeedbackScore> scores, ILookup<CustomerId, CustomerFeedback> last)
    {
        _work = work;
        _customers = customers;
        var catalogue = work.Get<CustomerFieldCatalogue>();
        Database = catalogue.For(work.Get<ICustomerSegmentQueries>().Source, fields);
        _memory = catalogue.For(
            new InMemorySource().With<Customer, PurchaseFact>(c => purchases[c.Id]).With<Customer, Interaction>(c => interactions[c.Id]).With<Customer, ServiceCase>(c => cases[c.Id])
                .With<Customer, CustomerStatement>(c => statements[c.Id]).With<Customer, CustomerInsight>(c => insights[c.Id]).With<Customer, SegmentMembership>(c => stays[c.Id])
                .With<Customer, FeedbackScore>(c => scores[c.Id]).With<Customer, CustomerFeedback>(c => last[c.Id]), fields);
        _plain = _memory.ForRecords();
        var facts = customers.SelectMany(c => purchases[c.Id].Select(FactOf).Concat(interactions[c.Id].Select(FactOf)).Concat(cases[c.Id].Select(FactOf)).Concat(statements[c.Id].Select(FactOf)).Concat(insights[c.Id].Select(FactOf)).Concat(stays[c.Id].Where(m => m.IsCurrent == true).Select(FactOf))
            .Concat(scores[c.Id].Select(FactOf)).Concat(last[c.Id].Select(FactOf)));
        _records = _plain.Read(Json(customers.Select(RecordOf)), Json(facts), "customer", Moment).Value;
    }

    public static CriteriaMoment Moment { get; } = new(CriteriaStock.AsOf, DateTimeZone.Utc);

    public FieldCatalogue<Customer> Database { get; }

    public static async Task<CriteriaTargets> OfAsync(CrmWork<SpecificationContext> work)
    {
        var context = work.Context;
        return new(
            work,
            await context.Set<Customer>().AsNoTracking().AsSplitQuery().OrderBy(c => c.Id).ToListAsync(),
            await work.Catalog.ListAsync(SubjectKinds.Customer),
            (await context.Set<PurchaseFact>().AsNoTracking().ToListAsync()).ToLookup(f => f.CustomerId),
            (await context.Set<Interaction>().AsNoTracking().ToListAsync()).ToLookup(i => i.CustomerId),
            (await context.Set<ServiceCase>().AsNoTracking().ToListAsync()).ToLookup(c => c.CustomerId),
            (await context.Set<CustomerStatement>().AsNoTracking().ToListAsync()).ToLookup(s => s.CustomerId),
            (await context.Set<CustomerInsight>().AsNoTracking().ToListAsync()).ToLookup(i => i.CustomerId),
            (await context.Set<SegmentMembership>().AsNoTracking().ToListAsync()).ToLookup(m => m.CustomerId),
            (await context.Set<FeedbackScore>().AsNoTracking().ToListAsync()).ToLookup(s => s.CustomerId),
            (await context.Set<CustomerFeedback>().AsNoTracking().ToListAsync()).ToLookup(f => f.CustomerId));
    }

    /// <summary>Asks all three targets; the members when they agree.</summary>
    public async Task<int> AskAsync(string json)
    {
        var criterion = Criterion.Parse(json).Value;
        criterion.ToJson().Should().Be(Criterion.Parse(criterion.ToJson()).Value.ToJson());
        var held = _memory.Compile(criterion, Moment).Value.Compile(preferInterpretation: true);
        var inMemory = _customers.Where(held).Select(c => c.Id).ToList();
        var inDatabase = await _work.Context.Set<Customer>().IgnoreAutoIncludes().Where(Database.Compile(criterion, Moment).Value).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync();
        inDatabase.Should().Equal(inMemory, json);
        _plain.Evaluate(criterion, Moment, _records).Value.Where(r => r.Holds).Select(r => r.Id).Should().Equal(inMemory.Select(i => i.ToString()), json);
        return inMemory.Count;
    }

    private static JsonElement Json(IEnumerable<JsonObject> items) => JsonSerializer.SerializeToElement(new JsonArray([.. items]));

    private static JsonObject RecordOf(Customer customer)
    {
        var record = new JsonObject
        {
            ["id"] = customer.Id.ToString(), ["kind"] = Name(customer.Kind), ["name"] = customer.DisplayName, ["language"] = customer.Language?.Value, ["stage"] = Name(customer.Stage),
            ["stageSince"] = Iso(customer.StageSince), ["registeredAt"] = Iso(customer.CreatedAt), ["specialist"] = customer.SpecialistId, ["team"] = customer.TeamId,
            ["email"] = List(customer.ContactPoints.Where(p => p.Kind == ContactPointKind.Email).Select(p => p.Value)),
            ["phone"] = List(customer.ContactPoints.Where(p => p.Kind is ContactPointKind.Phone or ContactPointKind.Mobile).Select(p => p.Value)),
            ["city"] = List(customer.Addresses.Select(a => a.Address.City)), ["postcode"] = List(customer.Addresses.Select(a => a.Address.PostalCode)), ["country"] = List(customer.Addresses.Select(a => a.Address.Country?.Code)),
            ["tag"] = List(customer.Tags.Select(t => t.Name)), ["preference"] = List(customer.Preferences.Select(p => p.Key)), ["preference:delivery"] = customer.Preference("delivery")?.Value,
        };
        if (customer is Person person)
        {
            (record["givenName"], record["familyName"]) = (person.Name.Given, person.Name.Family);
            record["birthDate"] = person.BirthDate is { } date ? LocalDatePattern.Iso.Format(date) : null;
        }

        foreach (var key in customer.CustomFields.Select(f => f.Key).Distinct())
        {
            var value = customer.CustomValueOf(key)!;
            record[$"custom:{key}"] = value.Type switch
            {
                FieldType.Number => JsonValue.Create(value.Number!.Value),
                FieldType.Flag => JsonValue.Create(value.Flag!.Value),
                FieldType.Choice => List(value.Choices),
                _ => value.ToString(),
            };
        }

        return record;
    }

    private static JsonObject FactOf(PurchaseFact fact) => new()
    {
        ["customer"] = fact.CustomerId.ToString(), ["kind"] = fact.Kind switch { PurchaseKind.Sale => "purchase", PurchaseKind.Return => "return", _ => "cancellation" }, ["at"] = LocalDatePattern.Iso.Format(fact.PurchasedOn),
        ["product"] = fact.Sku, ["amount"] = fact.Amount.Amount, ["currency"] = fact.Amount.Currency.Code, ["quantity"] = fact.Quantity,
    };

    private static JsonObject FactOf(Interaction interaction) => new()
    {
        ["customer"] = interaction.CustomerId.ToString(), ["kind"] = "contact", ["at"] = Iso(interaction.At), ["channel"] = interaction.Channel.Value, ["direction"] = Name(interaction.Direction), ["agent"] = interaction.AgentId,
        ["automatic"] = interaction.IsAutomatic,
    };

    private static JsonObject FactOf(ServiceCase opened) => new()
    {
        ["customer"] = opened.CustomerId.ToString(), ["kind"] = "case", ["at"] = Iso(opened.OpenedAt), ["status"] = opened.Status.Value, ["category"] = Name(opened.Category), ["priority"] = Name(opened.Priority), ["product"] = opened.Sku,
    };

    private static JsonObject FactOf(CustomerStatement statement) => new()
    {
        ["customer"] = statement.CustomerId.ToString(), ["kind"] = "statement", ["at"] = Iso(statement.At), ["type"] = Name(statement.Kind), ["topic"] = statement.Topic, ["status"] = Name(statement.Status), ["product"] = statement.Sku,
    };

    private static JsonObject FactOf(CustomerInsight insight) => new()
    {
        ["customer"] = insight.CustomerId.ToString(), ["kind"] = "insight", ["at"] = LocalDatePattern.Iso.Format(insight.AsOf), ["segment"] = insight.Segment, ["churnProbability"] = insight.ChurnProbability,
        ["lifetimeValue"] = insight.LifetimeValue, ["historicValue"] = insight.HistoricValue, ["expectedPurchases"] = insight.ExpectedPurchases,
        ["nextPurchase"] = insight.NextPurchaseOn is { } next ? LocalDatePattern.Iso.Format(next) : null, ["overdueSince"] = insight.OverdueSince is { } since ? LocalDatePattern.Iso.Format(since) : null,
    };

    private static JsonObject FactOf(SegmentMembership stay) => new()
    {
        ["customer"] = stay.CustomerId.ToString(), ["kind"] = "segment", ["at"] = Iso(stay.EnteredAt), ["key"] = stay.SegmentKey,
    };

    private static JsonObject FactOf(FeedbackScore score) => new()
    {
        ["customer"] = score.CustomerId.ToString(), ["kind"] = "feedback", ["at"] = Iso(score.AnsweredAt), ["measure"] = Name(score.Kind), ["survey"] = score.SurveyKey, ["product"] = score.Sku, ["place"] = score.Place,
    };

    private static JsonObject FactOf(CustomerFeedback last) => new()
    {
        ["customer"] = last.CustomerId.ToString(), ["kind"] = "lastScore", ["at"] = Iso(last.AnsweredAt!.Value), ["nps"] = last.Nps, ["csat"] = last.Csat, ["ces"] = last.Ces,
    };

    private static string Name(Enum member) => JsonNamingPolicy.CamelCase.ConvertName(member.ToString());

    private static string Iso(Instant at) => InstantPattern.ExtendedIso.Format(at.ToMicroseconds());

    private static JsonArray List(IEnumerable<string?> values) => new([.. values.OfType<string>().Select(v => JsonValue.Create(v))]);
}
