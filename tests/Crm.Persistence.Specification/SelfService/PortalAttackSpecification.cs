using System.Reflection;
using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.SelfService;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.SelfService;

/// <summary>Cases in which portals of others were taken over, each by its number in the list of attack cases.</summary>
public abstract class PortalAttackSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    [Trait("Check", "PO-01")]
    public async Task AttackCase2_NothingThatIsReadOfAccounts_HoldsCredentials()
    {
        var doors = new[] { typeof(PortalAccounts), typeof(OrganisationAccounts), typeof(PortalInvitations), typeof(PortalPrincipals) };
        var shown = new HashSet<Type>();
        foreach (var door in doors.SelectMany(d => d.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)))
        {
            Collect(door.ReturnType, shown);
        }

        shown.Should().Contain(typeof(PortalAccountView)).And.NotContain(typeof(PortalAccount));
        shown.SelectMany(t => t.GetProperties().Select(p => $"{t.Name}.{p.Name}"))
            .Where(p => new[] { "Password", "Hash", "Secret", "Token", "Subject", "Issuer" }.Any(word => p.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .Should().Equal("IssuedPortalInvitation.Token");
        typeof(PortalAccount).GetProperties().Should().NotContain(p => p.Name.Contains("Hash", StringComparison.Ordinal));

        var story = await PortalStory.OpenAsync(HostAsync);
        var boss = await story.AccountAsync(story.Ada, "Ada", story.Firm, PortalRole.Administrator);
        await using var staff = story.Host.Work();
        var token = (await staff.Get<PortalAccounts>().InviteAsync(new PortalAccountRequest(story.Bob, PortalStory.EmailOf("Bob")) { OrganisationId = story.Firm })).Value.Token!;
        await staff.SaveAsync();
        await using var portal = await story.AsAsync(boss);
        var read = System.Text.Json.JsonSerializer.Serialize(await portal.Get<OrganisationAccounts>().ListAsync());
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(token)));
        read.Should().Contain("bob@example.com").And.NotContain(token).And.NotContain(hash);
    }

    [SkippableFact]
    [Trait("Check", "PO-06")]
    public async Task AttackCase12_RequestsOfThePortal_HaveNothingToSignInWith_NorAStatus()
    {
        string[] settable = [.. new[] { typeof(PortalAccountRequest), typeof(ColleagueInvitation) }.SelectMany(t => t.GetProperties().Where(p => p.CanWrite)).Select(p => p.Name).Distinct().Order(StringComparer.Ordinal)];
        settable.Should().Equal("CustomerId", "Email", "IsSent", "Name", "OrganisationId", "Role");

        var story = await PortalStory.OpenAsync(HostAsync);
        var member = await story.AccountAsync(story.Bob, "Bob", story.Firm);
        await using var portal = await story.AsAsync(member);
        var before = await DatabaseState.ReadAsync(portal.Context);
        (await portal.Get<PortalAccounts>().ChangeRoleAsync(member, PortalRole.Administrator)).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await portal.Get<OrganisationAccounts>().ChangeRoleAsync(member, PortalRole.Administrator)).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await portal.Get<PortalAccounts>().InviteAsync(new PortalAccountRequest(story.Bob, EmailAddress.Parse("two@example.com")) { OrganisationId = story.Firm, Role = PortalRole.Administrator })).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await portal.UnitOfWork.SaveAsync()).Succeeded.Should().BeTrue();
        (await DatabaseState.ReadAsync(portal.Context)).Should().Equal(before);
    }

    [SkippableFact]
    [Trait("Check", "PO-06")]
    public async Task AttackCase14_AddressOfSomebodyElse_IsNeitherInvitedNorBound_NorNamed()
    {
        var story = await PortalStory.OpenAsync(HostAsync);
        var boss = await story.AccountAsync(story.Ada, "Ada", story.Firm, PortalRole.Administrator);
        await story.AccountAsync(story.Bob, "Bob", story.OtherFirm);
        await using (var staff = story.Host.Work())
        {
            await staff.RegisterAsync(new NewCustomer { Name = new PersonName("Twin", "One"), Emails = [EmailAddress.Parse("twins@example.com")] });
            await staff.RegisterAsync(new NewCustomer { Name = new PersonName("Twin", "Two"), Emails = [EmailAddress.Parse("twins@example.com")] });
        }

        await using var portal = await story.AsAsync(boss);
        var before = await DatabaseState.ReadAsync(portal.Context);
        // A customer who is not of the organisation, the account of another one, and an address of two.
        foreach (var taken in new[] { "eve@example.com", "EVE@Example.com", "bob@example.com", "twins@example.com" })
        {
            var refused = await portal.Get<OrganisationAccounts>().InviteAsync(new ColleagueInvitation(new PersonName("Eve", null), EmailAddress.Parse(taken)));
            refused.Errors.Should().Equal([CrmErrorDescriber.Default.PortalEmailUnavailable()], "{0}", taken);
        }

        (await portal.UnitOfWork.SaveAsync()).Succeeded.Should().BeTrue();
        (await DatabaseState.ReadAsync(portal.Context)).Should().Equal(before);
        (await story.ActorAsync(boss))!.ActsFor.Should().NotContain(story.Eve.ToSubject());
    }

    [SkippableFact]
    [Trait("Check", "PO-06")]
    public async Task AttackCase20_Tokens_AreOf256Bits_StandNowhere_AndGoToTheirAddressAlone()
    {
        var story = await PortalStory.OpenAsync(HostAsync);
        await using var staff = story.Host.Work();
        var issued = (await staff.Get<PortalAccounts>().InviteAsync(new PortalAccountRequest(story.Eve, PortalStory.EmailOf("Eve")))).Value;
        await staff.SaveAsync();
        var sent = (await staff.Get<PortalAccounts>().InviteAsync(new PortalAccountRequest(story.Bob, PortalStory.EmailOf("Bob")) { IsSent = true })).Value;
        await staff.SaveAsync();
        await story.DispatchAsync();
        foreach (var token in new[] { issued.Token!, story.Sender.Last })
        {
            System.Buffers.Text.Base64Url.DecodeFromChars(token).Should().HaveCount(32);
            (await TableContents.ReadAsync(staff.Context)).SelectMany(t => t.Value).Should().NotContain(row => row.Contains(token, StringComparison.Ordinal));
        }

        var mark = (await staff.Context.Set<OutboundMessage>().SingleAsync()).Text.Split('/')[^1];
        mark.Should().Be($"portal-token-{sent.Account.Id.Value:N}-1");
        foreach (var to in new[] { story.Eve, story.Bob })
        {
            await using var spy = story.Host.Work();
            if (to == story.Bob)
            {
                (await spy.Customers.AddEmailAsync(to, EmailAddress.Parse("bob-at-work@example.com"))).WithoutValue().ThrowIfFailed();
                await spy.SaveAsync();
            }

            (await spy.Get<MessageDesk>().ComposeAsync(new MessageDraft(to) { Channel = Channels.Email, Purpose = "transactional", Subject = "Hello", Text = mark, Address = to == story.Bob ? "bob-at-work@example.com" : null })).WithoutValue().ThrowIfFailed();
            await spy.SaveAsync();
            await story.DispatchAsync();
            story.Sender.Last.Should().Be(mark, "the token is put into the message to its own address alone");
        }

        for (var i = 0; i < 200; i++)
        {
            (await story.AcceptAsync(System.Buffers.Text.Base64Url.EncodeToString(System.Security.Cryptography.SHA256.HashData([.. sent.Account.Id.Value.ToByteArray(), (byte)i])))).Succeeded.Should().BeFalse();
        }
    }

    [SkippableFact]
    [Trait("Check", "PO-01")]
    public async Task AttackCase21_Sessions_Expire_AndEndWithBlocksRolesAndIdentities()
    {
        var story = await PortalStory.OpenAsync(HostAsync);
        var account = await story.AccountAsync(story.Ada, "Ada", story.Firm);
        var began = await SignInAsync(story, account);
        (await story.ActorAsync(account, began)).Should().NotBeNull();
        story.Host.Clock.Now += Duration.FromHours(12) - Duration.FromTicks(10);
        (await story.ActorAsync(account, began)).Should().NotBeNull();
        story.Host.Clock.Now += Duration.FromTicks(10);
        (await story.ActorAsync(account, began)).Should().BeNull("no session lasts longer");
        (await story.ActorAsync(account, story.Host.Clock.Now + Duration.FromHours(1))).Should().BeNull("nor did one begin in the future");

        foreach (var end in new Func<PortalAccounts, PortalPrincipals, Task>[]
        {
            async (accounts, _) =>
            {
                (await accounts.BlockAsync(account)).WithoutValue().ThrowIfFailed();
                (await accounts.UnblockAsync(account)).WithoutValue().ThrowIfFailed();
            },
            async (accounts, _) => (await accounts.ChangeRoleAsync(account, PortalRole.Administrator)).WithoutValue().ThrowIfFailed(),
            async (_, principals) => (await principals.LinkIdentityAsync(new PortalIdentity("https://id.example", "ada", PortalStory.EmailOf("Ada"), true))).WithoutValue().ThrowIfFailed(),
        })
        {
            began = await SignInAsync(story, account);
            story.Host.Clock.Now += Duration.FromMinutes(1);
            (await story.ActorAsync(account, began)).Should().NotBeNull();
            await using (var staff = story.Host.Work())
            {
                await end(staff.Get<PortalAccounts>(), staff.Get<PortalPrincipals>());
                await staff.SaveAsync();
            }

            (await story.ActorAsync(account, began)).Should().BeNull("what could sign in before does not count any more");
            (await story.ActorAsync(account, await SignInAsync(story, account))).Should().NotBeNull();
        }
    }

    [SkippableFact]
    [Trait("Check", "PO-06")]
    public async Task AttackCase22_Invitation_IsUsedOnce_Within72Hours_AndDiesWithRoleAndReplacement()
    {
        var story = await PortalStory.OpenAsync(HostAsync);
        await using var staff = story.Host.Work();
        var accounts = staff.Get<PortalAccounts>();
        var issued = (await accounts.InviteAsync(new PortalAccountRequest(story.Eve, PortalStory.EmailOf("Eve")) { OrganisationId = story.Firm })).Value;
        await staff.SaveAsync();
        var tokens = new List<string> { issued.Token!, "", "x", new('A', 43), issued.Token![..^1], issued.Token + "A" };
        (issued.Account.InvitationExpiresAt - story.Host.Clock.Now).Should().Be(Duration.FromHours(72));
        var second = (await accounts.ReinviteAsync(issued.Account.Id)).Value.Token!;
        await staff.SaveAsync();
        await RefusedAsync(story, [.. tokens]);
        tokens.Add(second);
        (await accounts.ChangeRoleAsync(issued.Account.Id, PortalRole.Administrator)).WithoutValue().ThrowIfFailed();
        await staff.SaveAsync();
        await RefusedAsync(story, [.. tokens]);
        var third = (await accounts.ReinviteAsync(issued.Account.Id)).Value.Token!;
        await staff.SaveAsync();
        story.Host.Clock.Now += Duration.FromHours(72);
        tokens.Add(third);
        await RefusedAsync(story, [.. tokens]);
        var last = (await accounts.ReinviteAsync(issued.Account.Id)).Value.Token!;
        await staff.SaveAsync();
        story.Host.Clock.Now += Duration.FromHours(72) - Duration.FromTicks(10);
        await using (var guest = story.Guest())
        {
            (await guest.Get<PortalInvitations>().ReadAsync(last)).Should().Be(new OpenPortalInvitation("eve@example.com", PortalRole.Administrator, "Engines Ltd", story.Host.Clock.Now + Duration.FromTicks(10)));
        }

        (await story.AcceptAsync(last)).Value.Should().Be(issued.Account.Id);
        tokens.Add(last);
        await RefusedAsync(story, [.. tokens]);
        await using var later = story.Host.Work();
        (await later.Get<PortalAccounts>().ReinviteAsync(issued.Account.Id)).Errors.Single().Code.Should().Be("PortalAccountStatusUnfit", "an account that was taken is not offered again");
    }

    [SkippableFact]
    [Trait("Check", "PO-01")]
    public async Task AttackCase42_Identity_IsLinkedByAVerifiedAddressAlone_AndVoidsWhatWasBefore()
    {
        var story = await PortalStory.OpenAsync(HostAsync);
        var account = await story.AccountAsync(story.Eve, "Eve");
        var began = await SignInAsync(story, account);
        story.Host.Clock.Now += Duration.FromMinutes(1);
        await using var guest = story.Guest();
        var principals = guest.Get<PortalPrincipals>();
        var before = await DatabaseState.ReadAsync(guest.Context);
        (await principals.LinkIdentityAsync(new PortalIdentity("https://id.example", "1", PortalStory.EmailOf("Eve"), false))).Errors.Should().Equal(CrmErrorDescriber.Default.PortalIdentityUnverified());
        (await principals.LinkIdentityAsync(new PortalIdentity("https://id.example", "1", PortalStory.EmailOf("Nobody"), false))).Errors.Should().Equal(CrmErrorDescriber.Default.PortalIdentityUnverified());
        (await principals.LinkIdentityAsync(new PortalIdentity("https://id.example", "1", PortalStory.EmailOf("Nobody"), true))).Errors.Single().Code.Should().Be("PortalAccountNotFound");
        (await principals.LinkIdentityAsync(new PortalIdentity("", "1", PortalStory.EmailOf("Eve"), true))).Errors.Single().Code.Should().Be("InvalidValue");
        (await guest.UnitOfWork.SaveAsync()).Succeeded.Should().BeTrue();
        (await DatabaseState.ReadAsync(guest.Context)).Should().Equal(before);

        (await principals.LinkIdentityAsync(new PortalIdentity("https://id.example", "1", EmailAddress.Parse("EVE@example.com"), true))).Value.Should().Be(account);
        await guest.SaveAsync();
        (await story.ActorAsync(account, began)).Should().BeNull("a password that was set before does not sign in any more");
        (await principals.FindByIdentityAsync("https://id.example", "1")).Should().Be(account);
        (await principals.FindByIdentityAsync("https://other.example", "1")).Should().BeNull("another issuer is another identity");
        (await principals.LinkIdentityAsync(new PortalIdentity("https://other.example", "1", PortalStory.EmailOf("Eve"), true))).Errors.Single().Code.Should().Be("PortalIdentityPresent");
    }

    private static async Task<Instant> SignInAsync(PortalStory story, PortalAccountId account)
    {
        await using var guest = story.Guest();
        (await guest.Get<PortalPrincipals>().SignInAsync(account)).WithoutValue().ThrowIfFailed();
        await guest.SaveAsync();
        return story.Host.Clock.Now;
    }

    private static async Task RefusedAsync(PortalStory story, string[] tokens)
    {
        foreach (var token in tokens)
        {
            (await story.AcceptAsync(token)).Errors.Should().Equal([CrmErrorDescriber.Default.PortalInvitationUnknown()], "{0}", token);
            await using var guest = story.Guest();
            (await guest.Get<PortalInvitations>().ReadAsync(token)).Should().BeNull();
        }
    }

    private static void Collect(Type type, HashSet<Type> into)
    {
        foreach (var part in type.GetGenericArguments().Append(type.GetElementType()).OfType<Type>())
        {
            Collect(part, into);
        }

        if (type.Namespace == typeof(PortalAccount).Namespace && into.Add(type))
        {
            foreach (var property in type.GetProperties())
            {
                Collect(property.PropertyType, into);
            }
        }
    }
}
