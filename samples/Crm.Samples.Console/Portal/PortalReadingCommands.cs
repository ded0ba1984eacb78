using System.CommandLine;
using Crm.Domain.Feedback;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.SelfService;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Feedback;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Interactions;
using Crm.Samples.Console.Knowledge;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Portal;

/// <summary><c>crm portal search|read|vote|surveys|rate|activity</c>.</summary>
internal static class PortalReadingCommands
{
    private static readonly Argument<string> s_article = new("ARTICLE") { Description = "The article's id." };
    private static readonly Option<string?> s_language = new("--language") { Description = "A language, such as en." };

    public static IEnumerable<Command> All() => [Search(), Read(), Vote(), Surveys(), Rate(), Activity()];

    private static Command Search()
    {
        var query = new Argument<string[]>("QUERY") { Description = "Words of the question.", Arity = ArgumentArity.OneOrMore };
        return new Command("search", "Search the knowledge base as a customer; that something was asked is kept, the text is not.").With(query, s_language, PortalOptions.As).Does((run, token) => run.WithPortalAsync(
            async session =>
            {
                var text = string.Join(' ', run.Get(query));
                var answer = await session.Search.SearchAsync(new KnowledgeCriteria(text) { Language = MessageOptions.Language(run.Get(s_language)) }, token);
                await session.Get<KnowledgeReading>().SearchedAsync(text, answer, cancellationToken: token).OrFail();
                await session.SaveAsync(token);
                run.Output.Write(
                    new { answer.Language, Hits = answer.Hits.Select(h => new { Article = h.Id, h.Title, h.Score, h.Snippet }) },
                    report => report.Table(["Score", "Article", "Title"], answer.Hits.Select(h => new object?[] { h.Score, h.Id, h.Title })));
            },
            token));
    }

    private static Command Read() => new Command("read", "Read an article.").With(s_article, s_language, PortalOptions.As).Does((run, token) => run.WithPortalAsync(
        async session =>
        {
            var article = (await session.Search.ReadAsync(Article(run, session), MessageOptions.Language(run.Get(s_language)), token)).OrFail(session.Errors.KnowledgeItemNotFound(run.Get(s_article)));
            await session.Get<KnowledgeReading>().OpenedAsync(article.Id, cancellationToken: token).OrFail();
            await session.SaveAsync(token);
            run.Output.Write(
                new { Article = article.Id, article.Title, Language = article.Language.Value, article.Body, article.PublishedAt },
                report => report.Heading(article.Title).Line(article.Body));
        },
        token));

    private static Command Vote()
    {
        var vote = new Argument<string>("VOTE") { Description = "helpful or unhelpful" };
        return new Command("vote", "Say whether an article helped.").With(s_article, vote, PortalOptions.As).Does((run, token) => run.WithPortalAsync(
            async session =>
            {
                var isHelpful = run.Get(vote) is "helpful" || (run.Get(vote) is "unhelpful" ? false : throw CommandFailure.Usage($"VOTE {run.Get(vote)}: helpful or unhelpful was expected."));
                var item = Article(run, session);
                await session.Get<KnowledgeVotes>().VoteAsync(item, isHelpful, cancellationToken: token).OrFail();
                if (isHelpful)
                {
                    await session.Get<KnowledgeReading>().SolvedAsync(item, cancellationToken: token).OrFail();
                }

                await session.SaveAsync(token);
                run.Output.Write(new { Article = item, Vote = run.Get(vote) }, report => report.Fields(("Article", item), ("Vote", run.Get(vote))));
            },
            token));
    }

    private static Command Surveys()
    {
        var page = new PageOptions();
        return new Command("surveys", "Surveys that can be answered.").With([PortalRecords.For, PortalOptions.As, .. page.All]).Does((run, token) => run.WithPortalAsync(
            async session =>
            {
                var found = await session.Get<SurveyAnswers>().ListOpenAsync(PortalRecords.Customer(run, session), page.Read(run), token);
                run.Output.Write(
                    new { found.Items, Next = found.Next?.ToString() },
                    report => report.Table(["Invitation", "Survey", "Invited"], found.Items.Select(i => new object?[] { i.Id, i.Survey, i.InvitedAt })).More(found.Next));
            },
            token));
    }

    private static Command Rate()
    {
        var invitation = new Argument<string>("INVITATION") { Description = "The invitation's id." };
        var answers = new Argument<string[]>("QUESTION=ANSWER") { Description = "Answers; the questions are shown when left out.", Arity = ArgumentArity.ZeroOrMore };
        return new Command("rate", "Answer a survey, or see its questions.").With(invitation, answers, s_language, PortalOptions.As).Does((run, token) => run.WithPortalAsync(
            async session =>
            {
                var (door, missing) = (session.Get<SurveyAnswers>(), session.Errors.SurveyInvitationNotFound(run.Get(invitation)));
                var id = SurveyInvitationId.TryParse(run.Get(invitation), null, out var named) ? named : throw CommandFailure.Refused([missing]);
                var open = (await door.ReadAsync(id, MessageOptions.Language(run.Get(s_language)), token)).OrFail(missing);
                if (run.Get(answers).Length == 0)
                {
                    run.Output.Write(
                        new { open.Survey, open.Title, Language = open.Language.Value, open.ExpiresAt, open.Questions },
                        report => report.Heading(open.Title).Table(["Question", "Text", "Kind"], open.Questions.Select(q => new object?[] { q.Key, q.Text, q.Kind })));
                    return;
                }

                await door.AnswerAsync(id, [.. run.Get(answers).Select(a => SurveyInvitationCommands.Reply(open, a))], token).OrFail();
                await session.SaveAsync(token);
                await PortalCommands.DispatchAsync(session, token);
                run.Output.Write(new { Invitation = id, open.Survey }, report => report.Fields(("Answered", open.Survey)));
            },
            token));
    }

    private static Command Activity()
    {
        var page = new PageOptions();
        return new Command("activity", "What was done in the customer's name, by what kind of principal, newest first.").With([PortalRecords.For, PortalOptions.As, .. page.All]).Does((run, token) => run.WithPortalAsync(
            async session =>
            {
                var found = await session.Get<PortalActivity>().PageAsync(PortalRecords.Customer(run, session), page.Read(run), token);
                run.Output.Write(
                    new { Items = found.Items.Select(i => new { i.Id, i.At, i.Kind, i.Text, i.By, Own = i.IsOwn, i.Name, i.Reference }), Next = found.Next?.ToString() },
                    report => report.Table(
                        ["At", "What", "By", "Text"],
                        found.Items.Select(i => new object?[] { i.At, i.Kind, i.IsOwn ? "you" : i.Name ?? session.Errors.NameOf(i.By), i.Text })).More(found.Next));
            },
            token));
    }

    private static KnowledgeItemId Article(Run run, CrmSession session) =>
        KnowledgeItemId.TryParse(run.Get(s_article), null, out var id) ? id : throw CommandFailure.Refused([session.Errors.KnowledgeItemNotFound(run.Get(s_article))]);
}
