namespace Crm.Samples.Web.Desk;

public static class StatusPages
{
    /// <summary>What has a status and no content gets a page, under <c>/api</c> problem details.</summary>
    public static void UseStatusPages(this IApplicationBuilder app)
    {
        app.UseWhen(IsApi, api => api.UseStatusCodePages());
        app.UseWhen(context => !IsApi(context), pages => pages.UseStatusCodePagesWithReExecute("/status/{0}"));
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api");
}
