using Crm.Persistence.Specification.SelfService;

namespace Crm.Persistence.Sqlite.Tests.SelfService;

public sealed class PortalVisitsTests(SqliteFixture fixture) : PortalVisitsSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
