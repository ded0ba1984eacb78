using Crm.Domain.Intake;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Persistence.EfCore;

namespace Crm.Samples.Tests.Docs;

public sealed class MailboxGuideTests
{
    [Fact]
    [Trait("Check", "IN-06")]
    public async Task Mailbox_ThatIsPolledTwice_BecomesOneCaseThatEveryAnswerFinds()
    {
        await using var host = await GuideHost<CrmDbContext>.StartAsync(o => MailboxGuide.Settle(o, Convert.ToBase64String(new byte[32])));
        var store = new Drawer();
        var answered = new List<IntakeResult>();
        var mail = new MailboxGuide.ParsedMail("<1@example.com>", "anna@example.com", "Anna Rossi")
        {
            Subject = "Broken kettle", TextBody = "It does not boil.", To = ["help@shop.example"], Parts = [("photo.jpg", "image/jpeg", [1, 2, 3])],
        };
        for (var round = 0; round < 2; round++)
        {
            var message = await MailboxGuide.ToMessageAsync(mail, store, default);
            (await MailboxGuide.TakeAsync(host.Get<MessageIntake>(), message, store, taken => { answered.Add(taken); return Task.CompletedTask; }, default)).Should().BeTrue();
        }

        store.Content.Should().ContainSingle("the second copy is taken out again");
        var opened = (await host.Get<ServiceDesk>().FindAsync(answered.Single().CaseId!.Value))!;
        var (id, replyTo, subject) = await MailboxGuide.SendAsync(opened, "Which model is it?", host.Get<MessageTokens>(), host.Get<ICaseReferences>(), host.Get<ContactHistory>(), host.Get<ICrmUnitOfWork>());
        subject.Should().Be("[Case#C-000001] Broken kettle");
        var answers = (await host.Get<MessageIntake>().TakeAllAsync(
        [
            await MailboxGuide.ToMessageAsync(new("<2@example.com>", "anna@example.com", "Anna Rossi") { InReplyTo = id, Subject = "New words", TextBody = "The blue one." }, store, default),
            await MailboxGuide.ToMessageAsync(new("<3@example.com>", "anna@example.com", "Anna Rossi") { To = [replyTo.Value], Subject = "New words", TextBody = "Or green." }, store, default),
        ])).Value;
        answers.Should().OnlyContain(a => a.Outcome == IntakeOutcome.FollowUp && a.CaseId == opened.Id);
    }

    private sealed class Drawer : IAttachmentStore
    {
        public Dictionary<string, byte[]> Content { get; } = [];

        public async Task<string> PutAsync(Stream content, CancellationToken cancellationToken)
        {
            using var copy = new MemoryStream();
            await content.CopyToAsync(copy, cancellationToken);
            var key = Guid.NewGuid().ToString("N");
            Content.Add(key, copy.ToArray());
            return key;
        }

        public Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken) => Task.FromResult<Stream?>(Content.TryGetValue(key, out var bytes) ? new MemoryStream(bytes) : null);

        public Task DeleteAsync(string key, CancellationToken cancellationToken) => Task.FromResult(Content.Remove(key));
    }
}
