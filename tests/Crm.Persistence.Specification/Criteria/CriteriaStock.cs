using System.Globalization;
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
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Criteria;

/// <summary>Customers with facts in every area, at random but repeatable, a quarter of everything missing; and conditions to ask of them.</summary>
internal sealed class CriteriaStock(int seed)
{
    public static readonly Instant AsOf = Instant.FromUtc(2026, 6, 1, 8, 0).PlusTicks(1_234_560);

    private static readonly string[] s_words =
        ["Anna", "ROSSI", "Müller", "İstanbul", "ﬁne", "100%", "under_score", "back\\slash", "o'brien", "😀", "e\u0301clair", "Straße", "Ⅷ", "a", "A"];

    private static readonly string[] s_cities = ["Milano", "Roma", "MÜNCHEN", "St. Gallen", "İzmir"];
    private static readonly string[] s_products = ["kettle", "toaster", "Lamp_1"];
    private static readonly decimal[] s_numbers = [0, 1, 10.0000m, -0.0001m, 38.5m, 99_999_999.9999m];

    private readonly Random _random = new(seed);

    public static async Task<IReadOnlyList<CustomField>> DefineAsync<TContext>(CrmWork<TContext> work)
        where TContext : DbContext, ICrmDbContext
    {
        foreach (var (key, type) in new[] { ("nick", FieldType.Text), ("size", FieldType.Number), ("since", FieldType.Date), ("seen", FieldType.Instant), ("vegan", FieldType.Flag) })
        {
            (await work.Catalog.DefineAsync(SubjectKinds.Customer, key, type)).Succeeded.Should().BeTrue();
        }

        foreach (var (key, several) in new[] { ("tier", false), ("hobbies", true) })
        {
            (await work.Catalog.DefineAsync(SubjectKinds.Customer, key, FieldType.Choice, new() { AllowsSeveral = several, Choices = [new("gold"), new("tin"), new("none")] })).Succeeded.Should().BeTrue();
        }

        await work.SaveAsync();
        return await work.Catalog.ListAsync(SubjectKinds.Customer);
    }

    /// <summary>One customer with its facts.</summary>
    public IEnumerable<object> Make(IReadOnlyList<CustomField> fields, int number)
    {
        var now = AsOf - Days(0, 900);
        Customer customer = _random.Next(3) == 0
            ? new Organisation(CustomerId.New(now), $"{Pick(s_words)} {Pick(s_words)} Ltd", now)
            : new Person(CustomerId.New(now), new PersonName(Pick(s_words), Pick(s_words)), now);
        if (customer is Person person && Often())
        {
            person.SetBirthDate(new LocalDate(1950, 1, 1).PlusDays(_random.Next(20_000)), now);
        }

        Maybe(() => customer.PreferLanguage(LanguageTag.Parse(Pick(["it", "de", "de-CH"])), now));
        Maybe(() => customer.AddEmail(EmailAddress.Parse($"{Pick(["anna", "BOB", "under_score"])}{number % 7}@Example{number % 3}.com"), now));
        Maybe(() => customer.AddPhone(PhoneNumber.Parse($"+39 02 1234 56{number % 50:00}", null), now));
        foreach (var kind in Enum.GetValues<AddressKind>().Where(_ => Often()))
        {
            customer.SetAddress(kind, new PostalAddress("Line 1", null, Often() ? Pick(["20121", "CH-9000", "SW1A 1AA"]) : null, Often() ? Pick(s_cities) : null, null, Country.FromCode(Pick(["IT", "DE", "CH"]))), now);
        }

        Maybe(() => customer.MoveTo(LifecycleStage.Active, null, "ada", now + Days(0, 10)));
        if (customer.Stage == LifecycleStage.Active)
        {
            Maybe(() => customer.MoveTo(Pick([LifecycleStage.AtRisk, LifecycleStage.Lost]), null, "ada", AsOf - Days(0, 60)));
        }

        foreach (var tag in new[] { "VIP", "key account", "100%" }.Where(_ => Often()))
        {
            customer.AddTag(tag, now);
        }

        Maybe(() => customer.Prefer("delivery", Pick(["Morning", "evening", "100%_sure"]), null, now));
        Maybe(() => customer.AssignTo(Pick(["ada", "bob"]), null, Often() ? "north" : null, now));
        foreach (var field in fields.Where(_ => Often()))
        {
            customer.SetCustomField(field, ValueOf(field), now);
        }

        return [customer, .. Facts(customer, number)];
    }

    /// <summary>A random tree, as JSON.</summary>
    public JsonObject Tree(IReadOnlyList<CriteriaField> fields, int depth) => depth == 0 || _random.Next(3) == 0
        ? Leaf(Pick(fields), null, depth)
        : _random.Next(5) switch
        {
            0 => new JsonObject { ["not"] = Tree(fields, depth - 1) },
            1 or 2 => new JsonObject { ["any"] = new JsonArray([.. Enumerable.Range(0, _random.Next(4)).Select(_ => Tree(fields, depth - 1))]) },
            _ => new JsonObject { ["all"] = new JsonArray([.. Enumerable.Range(0, _random.Next(4)).Select(_ => Tree(fields, depth - 1))]) },
        };

    /// <summary>A condition on a field that its catalogue takes.</summary>
    public JsonObject Leaf(CriteriaField field, string? name, int depth = 1)
    {
        name ??= Pick(field.Operators);
        var leaf = new JsonObject { ["field"] = field.Name, ["operator"] = name };
        if (name is not (CriteriaOperators.IsEmpty or CriteriaOperators.IsNotEmpty))
        {
            leaf["value"] = name switch
            {
                CriteriaOperators.In or CriteriaOperators.NotIn => new JsonArray([.. Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => Operand(field))]),
                CriteriaOperators.Between => new JsonArray(Operand(field), Operand(field)),
                CriteriaOperators.WithinLast or CriteriaOperators.WithinNext or CriteriaOperators.OlderThan => JsonValue.Create(Pick([0, 7, 30, 400, 36_500])),
                _ => Operand(field),
            };
        }

        if (field.Relation is not null && _random.Next(2) == 0)
        {
            leaf["days"] = Pick([0, 7, 90, 365]);
        }

        if (field.Relation is not null && depth > 0 && _random.Next(2) == 0)
        {
            leaf["where"] = Tree(field.Where, depth - 1);
        }

        return leaf;
    }

    private JsonValue Operand(CriteriaField field) => field.Type switch
    {
        FieldType.Text => JsonValue.Create(Pick(["an", "a", "RO", "%", "_", "\\", "'", "é", "i", "ﬁ", "milano", "20121", "vip", "😀", "ss", "ß", "morning", "bob1@example1.com", "+39 02", "delivery", "Anna ROSSI"])),
        FieldType.Number when field.Name.Split('.')[^1] is "count" or "open" or "inbound" or "outbound" => JsonValue.Create(_random.Next(4)),
        FieldType.Number => JsonValue.Create(Pick(s_numbers)),
        FieldType.Date => JsonValue.Create(Day(_random.Next(-500, 30)).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)),
        FieldType.Instant when _random.Next(2) == 0 => JsonValue.Create(Day(_random.Next(-500, 30)).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)),
        FieldType.Instant => JsonValue.Create(NodaTime.Text.InstantPattern.ExtendedIso.Format(AsOf - Days(-30, 500))),
        FieldType.Flag => JsonValue.Create(_random.Next(2) == 0),
        _ => JsonValue.Create(field.Choices.Count > 0 ? Pick(field.Choices) : field.Name.Split('.', ':')[^1] switch
        {
            "country" => Pick(["IT", "DE"]),
            "language" => Pick(["it", "de", "de-CH"]),
            "currency" => Pick(["EUR", "USD"]),
            "channel" => Pick(["phone", "email"]),
            "product" => Pick(s_products),
            "tier" or "hobbies" => Pick(["gold", "tin"]),
            "team" => "north",
            "key" => Pick(["vips", "guests", "others"]),
            "stay" => Pick(["current", "ended"]),
            "segment" => Pick(["Champions", "At risk"]),
            _ => Pick(["ada", "bob", "ADA"]),
        }),
    };

    private IEnumerable<object> Facts(Customer customer, int number)
    {
        for (var i = 0; i < _random.Next(4); i++)
        {
            // Some lie after the moment of evaluation: they must not count.
            var at = AsOf - Days(-20, 500);
            var (day, currency) = (at.InUtc().Date, Pick([Currency.Eur, Currency.FromCode("USD")]));
            var lines = Enumerable.Range(0, 1 + _random.Next(2)).Select(_ => new PricedLine(Often() ? Pick(s_products) : null, "Thing", 1 + _random.Next(3), new Money(Pick([0m, 9.99m, 38.5m, 1_000.0001m]), currency)));
            var order = new Order(OrderId.New(at), new OrderNumber($"O-{number}-{i}"), customer.Id, [.. lines], at, day);
            if (_random.Next(4) == 0)
            {
                order.Complete(at);
                order.Return(1, 1, at + Duration.FromDays(1), day.PlusDays(1));
            }

            yield return order;
        }

        for (var i = 0; i < _random.Next(4); i++)
        {
            var at = AsOf - Days(0, 500);
            yield return new Interaction(
                InteractionId.New(at), new ContactDetails(customer.Id, Pick([Channels.Phone, Channels.Email, Channels.Letter]), Pick([Direction.Inbound, Direction.Outbound]), "Subject") { At = at, IsAutomatic = _random.Next(4) == 0 }, Often() ? Pick(["ada", "bob"]) : null, AsOf);
        }

        for (var i = 0; i < _random.Next(3); i++)
        {
            var opened = new ServiceCase(
                ServiceCaseId.New(AsOf), new CaseNumber($"C-{number}-{i}"), new CaseDetails(customer.Id, "Subject") { Sku = Often() ? Pick(s_products) : null, Priority = Pick(Enum.GetValues<CasePriority>()) }, "Anna", AsOf - Days(-5, 300));
            Maybe(() => opened.Resolve("Done", AsOf));
            yield return opened;
        }

        if (Often())
        {
            yield return Insight(customer.Id);
        }

        foreach (var key in new[] { "vips", "guests" }.Where(_ => Often()))
        {
            var stay = new SegmentMembership(SegmentMembershipId.New(AsOf), SegmentId.New(AsOf), key, customer.Id, new SegmentChange(SegmentReason.Hand), AsOf - Days(-5, 300));
            if (_random.Next(3) == 0)
            {
                stay.Leave(new SegmentChange(SegmentReason.Hand), AsOf);
            }

            yield return stay;
        }

        foreach (var said in Often() ? Scores(customer.Id, number) : [])
        {
            yield return said;
        }

        for (var i = 0; i < _random.Next(3); i++)
        {
            yield return new CustomerStatement(
                StatementId.New(AsOf),
                new StatementDetails(customer.Id, Pick([StatementKind.Requirement, StatementKind.Topic]), Pick(["delivery", "price"]), "Before eight") { Sku = Often() ? Pick(s_products) : null, At = AsOf - Days(0, 500) },
                Crm.Domain.Access.Actor.Agent("ada"),
                AsOf);
        }
    }

    private IEnumerable<object> Scores(CustomerId id, int number)
    {
        var definition = SurveyDefinition.Parse("""
            {"titles":{"en":"T"},"questions":[{"key":"nps","kind":"score","texts":{"en":"?"},"measure":{"kind":"nps"}},{"key":"ces","kind":"score","texts":{"en":"?"},"measure":{"kind":"ces","direction":"lowerIsBetter"}}]}
            """).Value;
        var survey = new Survey(SurveyId.New(AsOf), $"survey-{number}", "Survey", definition, new SurveySettings(), AsOf - Duration.FromDays(600));
        survey.Publish(Crm.Domain.Access.Actor.Agent("ada"), AsOf - Duration.FromDays(600));
        yield return survey;
        for (var i = 0; i < 1 + _random.Next(2); i++)
        {
            var at = AsOf - Days(-20, 500);
            var invitation = new SurveyInvitation(SurveyInvitationId.New(at), survey, new SurveyRequest(survey.Key, id) { Sku = Often() ? Pick(s_products) : null }, $"{number}-{i}", false, at);
            invitation.Answer(definition, [SurveyReply.Score("nps", _random.Next(11)), SurveyReply.Score("ces", 1 + _random.Next(7))], at.InUtc().Date, at);
            yield return invitation;
        }

        var last = new CustomerFeedback(id);
        last.Become(AsOf, [new LastScore(Pick([ScoreMeasure.Nps, ScoreMeasure.Csat(), ScoreMeasure.Ces()]), 1 + _random.Next(5), AsOf - Days(-20, 500))]);
        yield return last;
    }

    private CustomerInsight Insight(CustomerId id) => new()
    {
        CustomerId = id, RunId = InsightRunId.New(AsOf), AsOf = Day(_random.Next(-30, 2)), Currency = Currency.Eur, Orders = 1, PurchaseDays = 1, FirstPurchaseOn = Day(-90), LastPurchaseOn = Day(-60),
        Spent = Pick(s_numbers), HistoricValue = Pick(s_numbers), ComputedAt = AsOf, Segment = Often() ? Pick(["Champions", "At risk", "At Risk"]) : null, ChurnProbability = Often() ? _random.Next(10_000) / 10_000m : null,
        LifetimeValue = Often() ? Pick(s_numbers) : null, ExpectedPurchases = Often() ? Pick(s_numbers) : null, NextPurchaseOn = Often() ? Day(_random.Next(-500, 30)) : null,
        OverdueSince = Often() ? Day(_random.Next(-500, 0)) : null,
    };

    private CustomValue ValueOf(CustomField field) => field.Type switch
    {
        FieldType.Text => CustomValue.OfText(Pick(s_words)),
        FieldType.Number => CustomValue.OfNumber(Pick(s_numbers)),
        FieldType.Date => CustomValue.OfDate(Day(_random.Next(-500, 30))),
        FieldType.Instant => CustomValue.OfInstant(AsOf - Days(-30, 500)),
        FieldType.Flag => CustomValue.OfFlag(_random.Next(2) == 0),
        _ => field.AllowsSeveral && Often() ? CustomValue.OfChoices("gold", "tin") : CustomValue.OfChoices(Pick(["gold", "tin", "none"])),
    };

    private static LocalDate Day(int offset) => AsOf.InUtc().Date.PlusDays(offset);

    private Duration Days(int from, int to) => Duration.FromDays(_random.Next(from, to)) + Duration.FromTicks(_random.Next(1_000) * 10L);

    private bool Often() => _random.Next(4) > 0;

    private void Maybe(Action act)
    {
        if (Often())
        {
            act();
        }
    }

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
