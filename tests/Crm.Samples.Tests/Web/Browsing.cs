using System.Text.RegularExpressions;

namespace Crm.Samples.Tests.Web;

/// <summary>What a person does with pages.</summary>
internal static partial class Browsing
{
    public static async Task<string> PageAsync(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        var html = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(System.Net.HttpStatusCode.OK, "{0} answered {1}", path, html);
        return html;
    }

    /// <summary>Opens a page and sends one of its forms, token included.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient client, string page, string action)
    {
        var token = Token().Match(await client.PageAsync(page)).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        return await client.PostAsync(new Uri(action, UriKind.Relative), form);
    }

    /// <summary>The addresses of links that begin with a path, in the order of the page.</summary>
    public static IReadOnlyList<string> Links(string html, string prefix) =>
        [.. Link().Matches(html).Select(m => System.Net.WebUtility.HtmlDecode(m.Groups[1].Value)).Where(h => h.StartsWith(prefix, StringComparison.Ordinal))];

    public static string Next(string html) => System.Net.WebUtility.HtmlDecode(NextLink().Match(html).Groups[1].Value);

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="([^"]+)""")]
    private static partial Regex Token();

    [GeneratedRegex("""<a [^>]*href="([^"]+)""")]
    private static partial Regex Link();

    [GeneratedRegex("""<a rel="next" href="([^"]+)""")]
    private static partial Regex NextLink();
}
