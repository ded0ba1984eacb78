using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Tests.InMemory;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Tests.Interactions;

public class ContactHistoryTests
{
    private readonly Shop _shop = new();

    [Fact]
    [Trait("Check", "IN-01")]
    public async Task Record_OverEveryChannelAndOneOfTheHosts_KeepsTheContact()
    {
        var customer = _shop.Customer();
        _shop.Channels.Register(new ChannelDefinition(new ChannelKey("on-board"), "On board"));

        foreach (var channel in _shop.Channels.All)
        {
            var contact = (await _shop.History.RecordAsync(new ContactDetails(customer, channel.Key, channel.Directions[0], "A question"))).Value;
            (contact.Channel, contact.At, contact.AgentId).Should().Be((channel.Key, _shop.Clock.Now, "ada"));
        }

        _shop.Contacts.Should().HaveCount(14);
    }

    [Fact]
    public async Task Record_SameMessageAgain_CountsOnce()
    {
        var details = new ContactDetails(_shop.Customer(), Channels.Email, Direction.Inbound, "A question") { ExternalId = "<1@example.org>" };

        var first = (await _shop.History.RecordAsync(details)).Value;
        var again = (await _shop.History.RecordAsync(details with { ExternalId = " <1@example.org> " })).Value;

        again.Should().BeSameAs(first);
        _shop.Contacts.Should().ContainSingle();
    }

    [Fact]
    public async Task Record_BadInput_IsACodedErrorAndKeepsNothing()
    {
        var details = new ContactDetails(_shop.Customer(), Channels.Phone, Direction.Inbound, "A question");
        var unknown = CustomerId.New(_shop.Clock.Now);

        await Refused("ChannelUnknown", details with { Channel = new ChannelKey("pigeon") });
        await Refused("CustomerNotFound", details with { CustomerId = unknown });
        await Refused("CustomerNotFound", details with { OrganisationId = unknown });
        await Refused("InvalidValue", details with { Subject = "a\r\nBcc: b" });
        await Refused("InvalidValue", details with { Direction = (Direction)9 });
        await Refused("InvalidValue", details with { Duration = Duration.FromSeconds(-1) });
        await Refused("ActNotAllowed", details, _shop.As(Actor.PortalCustomer("anna", [details.CustomerId.ToSubject()])));

        async Task Refused(string code, ContactDetails contact, Shop? shop = null)
        {
            (await (shop ?? _shop).History.RecordAsync(contact)).Errors.Select(e => e.Code).Should().Equal(code);
            _shop.Contacts.Should().BeEmpty();
        }
    }

    [Fact]
    public async Task Link_ToARecord_HappensOnce()
    {
        var customer = _shop.Customer();
        var contact = (await _shop.History.RecordAsync(new ContactDetails(customer, Channels.Phone, Direction.Inbound, "A question"))).Value;
        var subject = new SubjectReference(SubjectKinds.Case, Guid.Parse("01900000-0000-7000-8000-000000000009"));

        (await _shop.History.LinkAsync(contact.Id, subject, 1)).Value.Links.Should().ContainSingle().Which.ToSubject().Should().Be(subject);

        (await _shop.History.LinkAsync(contact.Id, subject)).Errors.Single().Code.Should().Be("InteractionAlreadyLinked");
        (await _shop.History.LinkAsync(contact.Id, customer.ToSubject(), 1)).Errors.Single().Code.Should().Be("VersionConflict");
        (await _shop.History.LinkAsync(InteractionId.New(_shop.Clock.Now), subject)).Errors.Single().Code.Should().Be("InteractionNotFound");
        (await _shop.As(Actor.Guest).History.LinkAsync(contact.Id, customer.ToSubject())).Errors.Single().Code.Should().Be("ActNotAllowed");
        (contact.Version, contact.Links.Count).Should().Be((2L, 1));
    }

    [Fact]
    public async Task Find_IsForStaffAndTheCustomerWhenItIsForIt()
    {
        var customer = _shop.Customer();
        var portal = _shop.As(Actor.PortalCustomer("anna", [customer.ToSubject()]));
        var shown = (await _shop.History.RecordAsync(new ContactDetails(customer, Channels.Phone, Direction.Inbound, "Shown"))).Value;
        var hidden = (await _shop.History.RecordAsync(new ContactDetails(customer, Channels.Phone, Direction.Internal, "Hidden") { Audience = Audience.Internal })).Value;

        (await portal.History.FindAsync(shown.Id)).Should().BeSameAs(shown);
        (await portal.History.FindAsync(hidden.Id)).Should().BeNull();
        (await _shop.As(Actor.PortalCustomer("else", [])).History.FindAsync(shown.Id)).Should().BeNull();
        (await portal.History.TimelineAsync(_shop.Customer().ToSubject())).Items.Should().BeEmpty();
    }
}
