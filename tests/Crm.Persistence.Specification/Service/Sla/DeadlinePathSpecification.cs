using Crm.Domain.Intake;
using Crm.Domain.Service;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Persistence.Specification.Intake;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Service;

/// <summary>No way to a case goes past its deadlines.</summary>
[Trait("Check", "SC-04")]
public abstract class DeadlinePathSpecification<TFixture>(TFixture fixture) : PromisedCaseSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly SlaTerms s_terms = new(LevelsOfTest.Office) { FirstResponse = SlaDuration.OfMinutes(60), NextResponse = SlaDuration.OfMinutes(120), Resolution = SlaDuration.OfMinutes(240) };

    [SkippableFact]
    public async Task Mail_OpensAndContinuesCasesWithTheirDeadlines_AndProgramsAndStrangersOweNothing()
    {
        Levels.Promise(s_terms);
        var host = await HostAsync(Watching());
        host.Clock.Now = At(6, 1, 9);
        await host.AnnaAsync();
        var id = (await host.TakeAsync(Post.Mail(Post.Anna, "1"))).CaseId!.Value;
        (await DeadlinesAsync(host, id)).Select(d => (d.Target, d.Due)).Should().Equal((SlaTarget.FirstResponse, At(6, 1, 10)), (SlaTarget.Resolution, At(6, 1, 14)));

        await ActAsync(host, d => d.ReplyAsync(id, "Unplug it."));
        await ActAsync(host, d => d.WaitAsync(id));
        host.Clock.Now = At(6, 1, 11);
        var number = await NumberAsync(host, id);
        var absent = await host.TakeAsync(Post.Mail(Post.Anna, "2", $"Out of office [{number}]", "I am away.").With(("Auto-Submitted", "auto-replied")));
        absent.CaseId.Should().Be(id);
        (await DeadlinesAsync(host, id)).Should().NotContain(d => d.Target == SlaTarget.NextResponse, "a program asks nothing");
        (await DeadlineAsync(host, id, SlaTarget.Resolution)).Status.Should().Be(SlaTargetStatus.Paused);

        (await host.TakeAsync(Post.Mail(Post.Anna, "3", $"Re: Broken kettle [{number}]", "Still cold."))).CaseId.Should().Be(id);
        (await DeadlineAsync(host, id, SlaTarget.NextResponse)).Due.Should().Be(At(6, 1, 14));
        (await DeadlineAsync(host, id, SlaTarget.Resolution)).Due.Should().Be(At(6, 1, 16));
    }

    [SkippableFact]
    public async Task BatchOfMail_ReckonsAllCasesWithAFewQueries()
    {
        Levels.Promise(s_terms);
        var commands = new SeenCommands();
        var host = await HostAsync(Watching(setup: s => s.Options = o => o.AddInterceptors(commands)));
        await host.AnnaAsync();
        var opened = await host.TakeAllAsync([.. Enumerable.Range(0, 40).Select(i => Post.Mail(Post.Anna, $"{i}", $"Case {i}"))]);
        var numbers = new List<string>();
        foreach (var id in opened.Select(o => o.CaseId!.Value))
        {
            numbers.Add(await NumberAsync(host, id));
        }

        var before = Reads(commands);
        await host.TakeAllAsync([Post.Mail(Post.Anna, "a", $"[{numbers[0]}]")]);
        var one = Reads(commands) - before;
        before = Reads(commands);
        await host.TakeAllAsync([.. numbers.Select((n, i) => Post.Mail(Post.Anna, $"b{i}", $"[{n}]"))]);

        (Reads(commands) - before).Should().BeLessThanOrEqualTo(one + 2, "a batch asks as often as one message does");
        (await DeadlinesAsync(host, opened[39].CaseId!.Value)).Should().Contain(d => d.Target == SlaTarget.NextResponse);
    }

    [SkippableFact]
    public async Task MergedCase_Ends_AndTheOtherOwesItsAnswer()
    {
        Levels.Promise(s_terms);
        var host = await HostAsync(Watching());
        host.Clock.Now = At(6, 1, 9);
        var (source, target, answered) = (await OpenAsync(host), await OpenAsync(host), await OpenAsync(host));
        host.Clock.Now = At(6, 1, 9, 30);
        await ActAsync(host, d => d.ReplyAsync(target, "We look into it."));
        await ActAsync(host, d => d.ReplyAsync(answered, "We look into it."));
        await MergeAsync(host, answered, target);
        (await DeadlinesAsync(host, target)).Should().NotContain(d => d.Target == SlaTarget.NextResponse, "it was answered");

        host.Clock.Now = At(6, 1, 10, 30);
        await MergeAsync(host, source, target);
        (await DeadlinesAsync(host, source)).Select(d => (d.Target, d.Status, d.NextAlarmAt)).Should().Equal(
            (SlaTarget.FirstResponse, SlaTargetStatus.Missed, At(6, 1, 10)), (SlaTarget.Resolution, SlaTargetStatus.Met, null));
        (await DeadlineAsync(host, target, SlaTarget.NextResponse)).Due.Should().Be(At(6, 1, 13, 30), "its customer asks here now");
    }

    [SkippableFact]
    public async Task Handover_OfWorkAboutACase_IsSeenByObservers()
    {
        var observer = new NotingObserver();
        var host = await HostAsync(Watching(s => s.AddObserver(observer)));
        var id = await OpenAsync(host);
        await using var work = host.Work();
        var queue = await work.QueueAsync("Cases", null, ("ada", new AgentProfile { Capacity = 5 }));
        var item = (await work.Work().AddAsync(queue, new WorkItemDetails { CaseId = id })).Value;
        await work.SaveAsync();
        observer.Seen.Clear();

        (await work.Router().AssignAsync(item.Id, "ada")).ThrowIfFailed();
        (await work.Work().RequeueAsync(item.Id)).ThrowIfFailed();
        await work.SaveAsync();
        (await work.Router().NextAsync("ada")).ThrowIfFailed();
        (await work.Work().FinishAsync(item.Id)).ThrowIfFailed();

        observer.Seen.Should().Equal([id, id, id], "given, given back, taken");
    }

    private static int Reads(SeenCommands commands) => commands.Commands.Count(c => c.StartsWith("SELECT", StringComparison.Ordinal));

    private static async Task MergeAsync(CrmTestHost<SpecificationContext> host, ServiceCaseId source, ServiceCaseId target)
    {
        await using var work = host.Work();
        (await work.Get<CaseMerger>().MergeAsync(source, target)).ThrowIfFailed();
        await work.SaveAsync();
    }

    private static async Task<string> NumberAsync(CrmTestHost<SpecificationContext> host, ServiceCaseId id)
    {
        await using var work = host.Work();
        return (await work.Desk.FindAsync(id))!.Number.Value;
    }
}
