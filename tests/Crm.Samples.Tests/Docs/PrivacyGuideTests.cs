using System.Text;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/merging-consent-erasure.md says of copies, restrictions and erasure.</summary>
public sealed class PrivacyGuideTests
{
    [Fact]
    [Trait("Check", "CM-13")]
    public async Task Member_OfTheHostsOwnTable_IsCopiedWithTheCustomer()
    {
        await using var host = await GuideHost<PrivacyGuide.ClubContext>.StartAsync(o => PrivacyGuide.Settle(o, Convert.ToBase64String(new byte[32])));
        var (db, office, measures) = (host.Db, host.Get<PrivacyOffice>(), host.Get<PrivacyMeasures>());
        PrivacyGuide.Forgotten(db).Should().BeEmpty();
        var anna = (await host.Get<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi"), Emails = [EmailAddress.Parse("anna@example.com")] })).Value.Id;
        db.Add(new PrivacyGuide.Member { Id = 1, CustomerId = anna.Value, Nickname = "Annina" });
        await host.SaveAsync();

        using var copy = new MemoryStream();
        (await PrivacyGuide.CopyAsync(office, anna, copy)).Should().BeTrue();
        Encoding.UTF8.GetString(copy.ToArray()).Should().Contain("Annina").And.Contain("anna@example.com");

        var measure = await PrivacyGuide.RestrictAsync(measures, host.Get<ICrmUnitOfWork>(), anna);
        (await host.Get<ContactPermissions>().MayContactAsync(anna, Purposes.Transactional, Channels.Email)).Value.Reason.Should().Be(ContactBarrier.Restricted);
        (await measures.LiftAsync(measure)).Succeeded.Should().BeTrue();

        await host.SaveAsync();
        (await PrivacyGuide.EraseAsync(office, anna, plan => plan.Rows.Count == 0)).Value.ErasedAt.Should().BeNull("nobody agreed");
        (await PrivacyGuide.EraseAsync(office, anna, _ => true)).Value.Rows.Should().Contain(r => r.Table == "members" && r.Emptied == 1);
        (await db.Set<PrivacyGuide.Member>().AsNoTracking().SingleAsync()).Should().BeEquivalentTo(new { CustomerId = anna.Value, Nickname = (string?)null, Level = "bronze" });
        (await PrivacyGuide.PurgeAsync(db)).Should().BeTrue();
        (await PrivacyGuide.ApplyAsync(host.Get<RetentionDesk>())).Should().Be(0, "nothing is that old");
    }
}
