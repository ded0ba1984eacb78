using Crm.Domain.Customers;
using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/what-readers-tell-you.md.</summary>
internal static class ReadersGuide
{
    // docs: readers-options
    public static void Register(IServiceCollection services, string secret) => services.AddCrm(o =>
    {
        o.KnowledgeReading.ReaderSecret = secret;      // 32 random bytes as Base64, kept apart from the database
        o.KnowledgeReading.MinReaders = 3;             // a word is kept as such when three readers used it
        o.KnowledgeReading.KeepDays = 400;
    });
    // docs: end

    // docs: readers-search
    /// <summary>A page of hits. The cookie is a random value to which the guest agreed; only its keyed hash is kept, and of the question keyed hashes of its words.</summary>
    public static async Task<IReadOnlyList<KnowledgeHit>> SearchAsync(KnowledgeSearch search, KnowledgeReading reading, ICrmUnitOfWork work, string question, string cookie)
    {
        var answer = await search.SearchAsync(new KnowledgeCriteria(question));
        await reading.SearchedAsync(question, answer, cookie);
        await work.SaveAsync();
        return answer.Hits;
    }
    // docs: end

    // docs: readers-vote
    /// <summary>"Did this help?" One vote of each reader, changed by voting again.</summary>
    public static async Task<KnowledgeVoteCount?> VoteAsync(KnowledgeVotes votes, ICrmUnitOfWork work, KnowledgeItemId article, bool helpful, string? cookie)
    {
        await votes.VoteAsync(article, helpful, cookie);
        await work.SaveAsync();
        return await votes.CountAsync(article);
    }
    // docs: end

    // docs: readers-suggest
    /// <summary>Called while the form is typed: what may answer the case before it is filed. Of the text nothing is kept.</summary>
    public static async Task<IReadOnlyList<KnowledgeHit>> SuggestAsync(KnowledgeSuggestions suggestions, ICrmUnitOfWork work, string subject, string description)
    {
        var hits = await suggestions.ForCaseAsync(new CaseText(subject) { Description = description });
        await work.SaveAsync();
        return hits.Value;
    }
    // docs: end

    // docs: readers-call
    /// <summary>The customer calls: the case carries what was read on the web, signed in or before.</summary>
    public static async Task<ServiceCase> OpenAsync(ServiceDesk desk, KnowledgeReading reading, CustomerId customer, string subject)
    {
        var read = await reading.OfCustomerAsync(customer);
        return (await desk.OpenAsync(new CaseDetails(customer, subject) { ViewedArticles = [.. read.Select(r => r.KnowledgeItemId)] })).Value;
    }
    // docs: end

    // docs: readers-solve
    /// <summary>Solved with an article: the first time in a case it counts as a reuse, and reuse is what makes an article trusted.</summary>
    public static async Task<CrmResult> SolveAsync(ServiceDesk desk, CaseArticles articles, ICrmUnitOfWork work, ServiceCaseId id, KnowledgeItemId article)
    {
        await articles.LinkAsync(id, article);
        await desk.ResolveAsync(id, "Descaled, as the article says.");
        return await work.SaveAsync();
    }
    // docs: end

    // docs: readers-write
    /// <summary>The answer becomes a draft. What is offered is read and written anew; what still names somebody is refused.</summary>
    public static async Task<CrmResult<KnowledgeItemId>> WriteAsync(CaseSolutions solutions, ServiceCaseId id, Func<SolutionDraft, KnowledgeContent> rewrite)
    {
        var offered = (await solutions.PrepareAsync(id)).Value;
        return await solutions.WriteAsync(id, rewrite(offered), Audience.Internal);   // SolutionNamesPerson …
    }
    // docs: end

    // docs: readers-reports
    /// <summary>How many cases were spared last month, and what readers asked in vain.</summary>
    public static async Task<(double? Deflection, IReadOnlyList<ContentGap> Gaps)> LookAsync(KnowledgeReports reports, Instant from, Instant until)
    {
        var deflection = (await reports.DeflectionAsync(new DeflectionCriteria(from, until))).Value;
        return (deflection.Counts.Rate, (await reports.GapsAsync(new ContentGapCriteria(from, until))).Value);
    }
    // docs: end
}
