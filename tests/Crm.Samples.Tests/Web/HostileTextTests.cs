using System.Text.Encodings.Web;
using System.Text.Json;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Samples.Web.Desk;
using Crm.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Tests.Web;

public sealed class HostileTextTests(WebFixture web) : IClassFixture<WebFixture>
{
    [SkippableFact]
    public async Task HostileNames_RenderInert()
    {
        var names = Strings().Where(IsMarkup).Take(60).ToList();
        names.Should().HaveCountGreaterThan(30);
        var known = await RegisterAsync(names);
        using var agent = await web.Host.AgentAsync();
        foreach (var (id, name) in known)
        {
            var page = await agent.PageAsync($"/customers/{id}");
            page.Should().NotContain(name, "it stands in the page as markup");
            page.Should().Contain(HtmlEncoder.Default.Encode(name));
            (page.Split("<script", StringSplitOptions.None).Length - 1).Should().Be(0);
        }
    }

    [SkippableFact]
    public async Task HostileQuestions_AreAnsweredAndEncoded()
    {
        using var agent = await web.Host.AgentAsync();
        foreach (var text in Strings().Where(t => t.Length < 400))
        {
            foreach (var path in new[] { "/help?q=", "/customers?q=" })
            {
                using var response = await agent.GetAsync(new Uri(path + Uri.EscapeDataString(text), UriKind.Relative));
                ((int)response.StatusCode).Should().BeLessThan(500, "{0}{1}", path, text);
                var html = await response.Content.ReadAsStringAsync();
                if (IsMarkup(text))
                {
                    html.Should().NotContain(text.Trim());
                }
            }
        }
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](java\tscript:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:msgbox(1))")]
    [InlineData("[x](//evil.example/)")]
    [InlineData("[x](/sign-in)")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("![x](https://evil.example/pixel.gif)")]
    [InlineData("[x]{onclick=alert(1)}(https://example.com)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("ftp://evil.example/x")]
    [InlineData("[x][1]\n\n[1]: javascript:alert(1)")]
    public void ArticleHtml_HostileMarkdown_IsInert(string markdown)
    {
        var html = ArticleHtml.Of(markdown).ToString()!;
        foreach (var forbidden in new[] { "<script", "<img", "<a href=\"java", "<a href=\"data", "<a href=\"vb", "<a href=\"file", "<a href=\"/", "<a href=\"ftp", " onclick=\"" })
        {
            html.Should().NotContainEquivalentOf(forbidden);
        }
    }

    [Theory]
    [InlineData("[x](https://example.com/a?b=c)", "href=\"https://example.com/a?b=c\"")]
    [InlineData("[x](mailto:desk@example.com)", "href=\"mailto:desk@example.com\"")]
    [InlineData("[x](tel:+390255512345)", "href=\"tel:+390255512345\"")]
    [InlineData("see https://example.com", "href=\"https://example.com\"")]
    [InlineData("# One", "<h2>One</h2>")]
    public void ArticleHtml_OrdinaryMarkdown_Works(string markdown, string expected) => ArticleHtml.Of(markdown).ToString().Should().Contain(expected);

    private static bool IsMarkup(string text) => text.Contains('<', StringComparison.Ordinal) && text.Contains('>', StringComparison.Ordinal);

    private static List<string> Strings() => JsonSerializer.Deserialize<List<string>>(File.ReadAllText(TestData.Require("text/blns.json")))!;

    private async Task<List<(CustomerId Id, string Name)>> RegisterAsync(List<string> names)
    {
        await using var job = web.Host.Job();
        var customers = job.ServiceProvider.GetRequiredService<CustomerDirectory>();
        var known = new List<(CustomerId, string)>();
        foreach (var name in names)
        {
            // A name with a line break or a control character is refused, which is as good.
            var registered = await customers.RegisterAsync(new NewCustomer { OrganisationName = name });
            if (registered.TryGetValue(out var customer))
            {
                known.Add((customer.Id, customer.DisplayName));
            }
        }

        (await job.ServiceProvider.GetRequiredService<ICrmUnitOfWork>().SaveAsync()).ThrowIfFailed();
        known.Should().HaveCountGreaterThan(20);
        return known;
    }
}
