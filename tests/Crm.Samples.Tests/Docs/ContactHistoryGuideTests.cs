using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/contact-history.md says.</summary>
public sealed class ContactHistoryGuideTests
{
    [Fact]
    [Trait("Check", "IN-02")]
    public async Task History_AsTheGuideKeepsIt_TellsWhatHappened()
    {
        await using var host = await GuideHost<CrmDbContext>.StartAsync(ContactHistoryGuide.Settle);
        var (history, work, customers) = (host.Get<ContactHistory>(), host.Get<ICrmUnitOfWork>(), host.Get<CustomerDirectory>());
        var anna = (await customers.RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi") })).Value.Id;
        var bob = (await customers.RegisterAsync(new NewCustomer { Name = new PersonName("Bob", "Other") })).Value.Id;
        var firm = (await customers.RegisterAsync(new NewCustomer { OrganisationName = "Engines Ltd" })).Value.Id;
        await host.SaveAsync();
        (await host.Get<CustomerRelations>().JoinAsync(anna, new MembershipDetails(firm, "Buyer"))).Succeeded.Should().BeTrue();
        await host.SaveAsync();

        var call = await ContactHistoryGuide.CallAsync(history, work, anna);
        call.Call!.Status.Should().Be(CallStatus.Completed);
        (await ContactHistoryGuide.CountAsync(history, anna)).Responses.Count.Should().Be(0, "a call that was taken is answered as it is made");
        (await ContactHistoryGuide.MeetAsync(history, work, anna, bob)).Participants[2].Acceptance.Should().Be(Acceptance.Accepted);
        (await ContactHistoryGuide.SayAsync(host.Get<CustomerVoice>(), work, anna, call)).Should().ContainSingle();
        (await customers.FindAsync(anna))!.Preference("contact-time")!.Value.Should().Be("In the morning");
        var (calls, around) = await ContactHistoryGuide.ReadAsync(history, anna, firm);
        calls.Items.Should().ContainSingle().Which.Text.Should().Be("Where is my parcel?");
        around.Items.Select(t => t.Text).Should().Contain("Where is my parcel?");
    }
}
