using System.Net;
using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Tests.Web;

public sealed class PublicPagesTests(WebFixture web) : IClassFixture<WebFixture>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/help")]
    [InlineData("/help?q=kettle")]
    [InlineData("/help?q=")]
    [InlineData("/sign-in")]
    [InlineData("/site.css")]
    [InlineData("/openapi/v1.json")]
    public async Task PublicPage_Guest_Is200(string path)
    {
        using var guest = web.Host.Guest();
        (await guest.PageAsync(path)).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("/customers")]
    [InlineData("/customers?q=rossi")]
    [InlineData("/customers/01a20170-f378-7013-b520-a26ace9f318d")]
    public async Task DeskPage_Guest_IsSentToTheSignIn(string path)
    {
        using var guest = web.Host.Guest();
        using var response = await guest.GetAsync(new Uri(path, UriKind.Relative));
        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        response.Headers.Location!.AbsolutePath.Should().Be("/sign-in");
        (await response.Content.ReadAsStringAsync()).Should().NotContain("Rossi");
    }

    [Fact]
    public async Task Help_GuestSearches_FindsAndReadsPublicArticles()
    {
        using var guest = web.Host.Guest();
        var hits = Browsing.Links(await guest.PageAsync("/help?q=kettle+switch"), "/help/");
        hits.Should().NotBeEmpty();
        var article = await guest.PageAsync(hits[0]);
        article.Should().Contain("<h1>The kettle does not switch on</h1>").And.Contain("<strong>well protected</strong>").And.Contain("href=\"tel:");
    }

    [Fact]
    public async Task Help_InternalArticle_IsNotThereForAGuest()
    {
        using var agent = await web.Host.AgentAsync();
        var path = Browsing.Links(await agent.PageAsync("/help?q=refund+invoice"), "/help/")[0];
        (await agent.PageAsync(path)).Should().Contain("Refund without an invoice").And.Contain("Internal");

        using var guest = web.Host.Guest();
        (await guest.PageAsync("/help?q=refund")).Should().NotContain("Refund without an invoice");
        (await guest.PageAsync("/help")).Should().NotContain("Refund without an invoice");
        using var response = await guest.GetAsync(new Uri(path, UriKind.Relative));
        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).Should().Contain("This page is not here");
    }

    [Fact]
    public async Task Article_ReplacedRelatedAndTranslated_LeadsItsReadersOn()
    {
        var (old, better, italian) = await WriteAsync();
        using var guest = web.Host.Guest();
        using var response = await guest.GetAsync(new Uri($"/help/{old}", UriKind.Relative));
        response.StatusCode.Should().Be(HttpStatusCode.MovedPermanently);
        response.Headers.Location!.OriginalString.Should().EndWith($"/help/{better}");

        var page = await guest.PageAsync($"/help/{better}");
        page.Should().Contain("In other languages").And.Contain($"/help/{italian}").And.Contain("hreflang=\"it\"").And.Contain("Spazzole").And.NotContain("See also");
    }

    [Fact]
    public async Task Article_UnknownId_Is404()
    {
        using var guest = web.Host.Guest();
        foreach (var id in new[] { "nonsense", Guid.Empty.ToString(), Guid.NewGuid().ToString(), "..%2f..%2fetc" })
        {
            using var response = await guest.GetAsync(new Uri($"/help/{id}", UriKind.Relative));
            response.StatusCode.Should().Be(HttpStatusCode.NotFound, id);
        }
    }

    [Fact]
    public async Task UnknownAddress_Guest_Is404()
    {
        using var guest = web.Host.Guest();
        using var page = await guest.GetAsync(new Uri("/nowhere", UriKind.Relative));
        page.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await page.Content.ReadAsStringAsync()).Should().Contain("This page is not here");
        using var api = await guest.GetAsync(new Uri("/api/nowhere", UriKind.Relative));
        api.StatusCode.Should().Be(HttpStatusCode.NotFound);
        api.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    [Fact]
    public async Task Page_Headers_KeepBrowsersFromRunningWhatIsNotOurs()
    {
        using var guest = web.Host.Guest();
        foreach (var path in new[] { "/", "/help/nonsense", "/customers" })
        {
            using var response = await guest.GetAsync(new Uri(path, UriKind.Relative));
            response.Headers.GetValues("Content-Security-Policy").Single().Should().StartWith("default-src 'self'");
            response.Headers.GetValues("X-Content-Type-Options").Single().Should().Be("nosniff");
        }

        (await guest.PageAsync("/")).Should().NotContain("<script").And.NotContain("style=");
    }

    [Fact]
    public async Task SignIn_WithoutToken_IsRefused()
    {
        using var guest = web.Host.Guest();
        using var form = new FormUrlEncodedContent([]);
        using var response = await guest.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        response.Headers.Contains("Set-Cookie").Should().BeFalse();
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    public async Task SignIn_ForeignReturnAddress_StaysHere(string address)
    {
        using var guest = web.Host.Guest();
        using var response = await guest.SubmitAsync("/sign-in", $"/sign-in?returnUrl={Uri.EscapeDataString(address)}");
        response.Headers.Location!.OriginalString.Should().Be("/customers");
    }

    private async Task<(KnowledgeItemId Old, KnowledgeItemId Better, KnowledgeItemId Italian)> WriteAsync()
    {
        await using var job = web.Host.Job();
        var (knowledge, publishing, work) = (job.ServiceProvider.GetRequiredService<KnowledgeBase>(), job.ServiceProvider.GetRequiredService<KnowledgePublishing>(), job.ServiceProvider.GetRequiredService<ICrmUnitOfWork>());
        var old = (await knowledge.WriteAsync(new KnowledgeContent("Brush heads", "Turn them.", LanguageTag.Parse("en")), Audience.Public)).Value.Id;
        var better = (await knowledge.WriteAsync(new KnowledgeContent("Brush heads of all models", "Turn them to the left.", LanguageTag.Parse("en")), Audience.Public)).Value.Id;
        await knowledge.PublishAsync(old);
        await knowledge.PublishAsync(better);
        (await work.SaveAsync()).ThrowIfFailed();
        var italian = (await knowledge.TranslateAsync(better, new KnowledgeContent("Spazzole", "A sinistra.", LanguageTag.Parse("it")))).Value.Id;
        await knowledge.PublishAsync(italian);
        (await publishing.ReplaceAsync(old, better)).WithoutValue().ThrowIfFailed();
        (await work.SaveAsync()).ThrowIfFailed();
        return (old, better, italian);
    }
}
