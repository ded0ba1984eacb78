using Crm.Domain.CustomFields;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;

namespace Crm.Persistence.Specification.Customers;

/// <summary>Customers with rows in every area that points at them, at random but repeatable.</summary>
internal sealed class MergeStories(CrmWork<SpecificationContext> work, int seed)
{
    private readonly Random _random = new(seed);

    public const string Sku = "kettle";

    public async Task<CustomerId> PersonAsync(string name, IReadOnlyList<CustomerId> organisations)
    {
        var id = await work.RegisterAsync(new NewCustomer
        {
            Name = new PersonName(name, "Rossi", Maybe() ? "Dr." : null),
            BirthDate = Maybe() ? new NodaTime.LocalDate(1980, 1, 1 + _random.Next(28)) : null,
            Emails = [.. Some(3).Select(i => EmailAddress.Parse($"anna{i}@example.com"))],
            Phones = [.. Some(2).Select(i => PhoneNumber.Parse($"+39 02 1234 567{i}", null))],
            Address = Maybe() ? new PostalAddress($"Via Roma {_random.Next(3)}", null, "20121", "Milano", null, Country.FromCode("IT")) : null,
            References = [.. Some(2).Select(i => new ExternalReference($"shop{i}", $"{name}-{seed}-{i}"))],
            Language = Maybe() ? LanguageTag.Parse(Maybe() ? "it" : "de") : null,
        });
        await CareAsync(id);
        foreach (var organisation in organisations.Where(_ => Maybe()))
        {
            (await work.Relations.JoinAsync(id, new MembershipDetails(organisation, $"Role {_random.Next(9)}"))).Succeeded.Should().BeTrue();
        }

        await work.SaveAsync();
        await DependentsAsync(id, organisations.Count > 0 ? organisations[_random.Next(organisations.Count)] : null);
        return id;
    }

    public async Task<CustomerId> OrganisationAsync(string name)
    {
        var id = await work.RegisterAsync(new NewCustomer { OrganisationName = name, Emails = [.. Some(2).Select(i => EmailAddress.Parse($"office{i}@example.com"))] });
        await CareAsync(id);
        await work.SaveAsync();
        await DependentsAsync(id, null);
        return id;
    }

    private async Task CareAsync(CustomerId id)
    {
        foreach (var i in Some(3))
        {
            (await work.Care.TagAsync(id, $"tag {i}")).Succeeded.Should().BeTrue();
            (await work.Care.PreferAsync(id, $"key{i}", $"value {_random.Next(9)}", "call")).Succeeded.Should().BeTrue();
        }

        if (Maybe())
        {
            (await work.Care.MoveToAsync(id, LifecycleStage.Active, "bought")).Succeeded.Should().BeTrue();
            (await work.Care.AssignAsync(id, $"agent{_random.Next(3)}", null, Maybe() ? "north" : null)).Succeeded.Should().BeTrue();
        }

        var customer = (await work.Customers.FindAsync(id))!;
        foreach (var i in Some(3))
        {
            var field = new CustomField(CustomFieldId.From(new Guid($"01900000-0000-7000-8000-00000000000{i}")), SubjectKinds.Customer, $"field{i}", FieldType.Choice)
            {
                AllowsSeveral = true, Choices = [new("a"), new("b")],
            };
            customer.SetCustomField(field, Maybe() ? CustomValue.OfChoices("b", "a") : CustomValue.OfChoices("a"), work.Get<NodaTime.IClock>().GetCurrentInstant());
        }

        if (customer.ContactPoints.Count > 0 && Maybe())
        {
            customer.MarkContactPointInvalid(customer.ContactPoints[0].Id, "bounced", work.Get<NodaTime.IClock>().GetCurrentInstant());
        }
    }

    private async Task DependentsAsync(CustomerId id, CustomerId? organisation)
    {
        if (Maybe())
        {
            (await work.Onboarding.BeginAsync(id, new OnboardingTemplate("Welcome", [new("Call", 1), new("Review", 30)]))).Succeeded.Should().BeTrue();
        }

        foreach (var channel in new[] { Channels.Email, Channels.Phone }.Where(_ => Maybe()))
        {
            (await work.Get<ConsentDesk>().RecordAsync(new ConsentDetails(id, Purposes.Marketing, channel, (ConsentStatus)_random.Next(3), "form"))).Succeeded.Should().BeTrue();
        }

        foreach (var i in Some(3))
        {
            (await work.Orders.PlaceAsync(new NewOrder(id, [new NewOrderLine(Sku, i + 1)]))).Succeeded.Should().BeTrue();
            var opened = (await work.Desk.OpenAsync(new CaseDetails(id, $"Case {i}") { OrganisationId = organisation })).Value;
            (await work.Desk.ReplyAsync(opened.Id, "We look into it.")).Succeeded.Should().BeTrue();
            var about = new SubjectReference(SubjectKinds.Customer, (organisation ?? id).Value);
            (await work.History.RecordAsync(new ContactDetails(id, Channels.Phone, Direction.Inbound, $"Call {i}") { OrganisationId = organisation, About = about, Participants = [new(ParticipantRole.Caller) { CustomerId = id }] })).Succeeded.Should().BeTrue();
            (await work.Knowledge.WriteAsync(new KnowledgeContent($"Article {i}", "Body", LanguageTag.Parse("en")), Audience.Internal, new SubjectReference(SubjectKinds.Customer, id.Value)))
                .Succeeded.Should().BeTrue();
        }

        await work.SaveAsync();
    }

    private bool Maybe() => _random.Next(2) == 0;

    private IEnumerable<int> Some(int most) => Enumerable.Range(0, most).Where(_ => Maybe()).ToList();
}
