using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Tests.InMemory;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Tests.Interactions;

/// <summary>The contract of every channel: its rules hold at the front door, for the built-in ones and those of the host.</summary>
[Trait("Check", "IN-01")]
public class ChannelTests
{
    private static readonly Direction[] s_twoWays = [Direction.Inbound, Direction.Outbound];
    private static readonly Direction[] s_allWays = [.. s_twoWays, Direction.Internal];

    // What the page on contact history says of the channels, written independently of the catalogue.
    private static readonly Dictionary<string, (Direction[] Directions, string Roles, ChannelAddress Address, string Consent, bool Synchronous, bool Calls, bool Responds)> s_contract = new()
    {
        ["phone"] = (s_allWays, "Caller Called", ChannelAddress.Phone, "phone", true, true, true),
        ["email"] = (s_allWays, "From To Cc Bcc", ChannelAddress.Email, "email", false, false, true),
        ["letter"] = (s_twoWays, "From To Cc", ChannelAddress.Postal, "letter", false, false, true),
        ["printed-matter"] = ([Direction.Outbound], "From To", ChannelAddress.Postal, "letter", false, false, false),
        ["fax"] = (s_twoWays, "From To Cc", ChannelAddress.Fax, "fax", false, true, true),
        ["sms"] = (s_twoWays, "From To", ChannelAddress.Mobile, "sms", false, false, true),
        ["chat"] = (s_allWays, "From To", ChannelAddress.Handle, "chat", true, false, true),
        ["audio-conference"] = (s_allWays, "Organiser Required Optional Caller Called", ChannelAddress.None, "phone", true, true, true),
        ["video-conference"] = (s_allWays, "Organiser Required Optional Caller Called", ChannelAddress.None, "phone", true, true, true),
        ["on-site-visit"] = (s_twoWays, "Organiser Required Optional", ChannelAddress.None, "on-site-visit", true, false, true),
        ["store"] = (s_twoWays, "Organiser Required Optional", ChannelAddress.None, "store", true, false, true),
        ["web"] = (s_twoWays, "From To", ChannelAddress.None, "web", false, false, true),
        ["social"] = (s_twoWays, "From To", ChannelAddress.Handle, "social", false, false, true),
    };

    public static TheoryData<string> Keys => [.. new ChannelCatalog().All.Select(c => c.Key.Value)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Channel_BuiltIn_HasTheRulesThatThePageSays(string key)
    {
        new ChannelCatalog().TryGet(new ChannelKey(key), out var channel).Should().BeTrue();
        var expected = s_contract[key];

        channel!.Directions.Should().BeEquivalentTo(expected.Directions);
        string.Join(' ', channel.Roles).Should().Be(expected.Roles);
        (channel.Address, (channel.ConsentChannel ?? channel.Key).Value, channel.IsSynchronous, channel.TakesCalls, channel.CountsAsResponse)
            .Should().Be((expected.Address, expected.Consent, expected.Synchronous, expected.Calls, expected.Responds));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Record_OverAChannel_TakesItsDirectionsRolesAndCallsAndNoOthers(string key)
    {
        var shop = new Shop();
        var customer = shop.Customer();
        var expected = s_contract[key];
        foreach (var direction in s_allWays)
        {
            foreach (var role in Enum.GetValues<ParticipantRole>())
            {
                foreach (var call in new[] { null, new CallDetails(CallStatus.Completed) })
                {
                    var contact = new ContactDetails(customer, new ChannelKey(key), direction, "Something") { Participants = [new ContactParty(role, "somebody")], Call = call };
                    var code = !expected.Directions.Contains(direction) ? "DirectionNotPermitted"
                        : !expected.Roles.Split(' ').Contains(role.ToString()) ? "RoleNotPermitted"
                        : call is not null && !expected.Calls ? "CallNotPermitted" : null;
                    var kept = shop.Contacts.Count;

                    var result = await shop.History.RecordAsync(contact);

                    result.Errors.Select(e => e.Code).Should().Equal(code is null ? [] : [code]);
                    shop.History.CanRecord(contact).IsPermitted.Should().Be(code is null);
                    shop.Contacts.Should().HaveCount(kept + (code is null ? 1 : 0));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Record_FromUsToTheCustomer_CountsAsResponseAsTheChannelSays(string key)
    {
        var shop = new Shop();
        var contact = new ContactDetails(shop.Customer(), new ChannelKey(key), Direction.Outbound, "Something");

        (await shop.History.RecordAsync(contact)).Value.CountsAsResponse.Should().Be(s_contract[key].Responds);
        (await shop.History.RecordAsync(contact with { CountsAsResponse = false })).Value.CountsAsResponse.Should().BeFalse();
        (await shop.History.RecordAsync(contact with { CountsAsResponse = true, IsAutomatic = true })).Value.CountsAsResponse.Should().BeFalse();
        if (s_contract[key].Directions.Contains(Direction.Inbound))
        {
            (await shop.History.RecordAsync(contact with { Direction = Direction.Inbound, CountsAsResponse = true })).Value.CountsAsResponse.Should().BeFalse();
        }
    }

    [Fact]
    public async Task Register_ChannelOfTheHost_IsOneLineAndHoldsAtTheFrontDoor()
    {
        var shop = new Shop();
        shop.Channels.Register(new ChannelDefinition(new ChannelKey("messenger"), "Messenger") { Address = ChannelAddress.Mobile, Directions = [Direction.Inbound] });
        var contact = new ContactDetails(shop.Customer(), new ChannelKey("messenger"), Direction.Inbound, "Hello");

        (await shop.History.RecordAsync(contact)).Value.Channel.Value.Should().Be("messenger");
        (await shop.History.RecordAsync(contact with { Direction = Direction.Outbound })).Errors.Single().Code.Should().Be("DirectionNotPermitted");
    }

    [Fact]
    public void Register_ChannelThatMakesNoSense_IsRefusedAndChangesNothing()
    {
        var channels = new ChannelCatalog();
        var key = new ChannelKey("odd");
        foreach (var odd in new ChannelDefinition[]
        {
            new(key, "Odd") { Directions = [] }, new(key, "Odd") { Directions = [(Direction)9] }, new(key, "Odd") { Roles = [(ParticipantRole)99] }, new(key, "Odd") { Address = (ChannelAddress)99 },
        })
        {
            channels.Invoking(c => c.Register(odd)).Should().Throw<ArgumentException>();
        }

        channels.TryGet(key, out _).Should().BeFalse();
    }
}
