using Crm.Persistence.Specification.SelfService;

namespace Crm.Persistence.Sqlite.Tests.SelfService;

public sealed class PortalActivityTests(SqliteFixture fixture) : PortalActivitySpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
