using Crm.Persistence.Specification.SelfService;

namespace Crm.Persistence.Sqlite.Tests.SelfService;

public sealed class PortalAccountTests(SqliteFixture fixture) : PortalAccountSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
