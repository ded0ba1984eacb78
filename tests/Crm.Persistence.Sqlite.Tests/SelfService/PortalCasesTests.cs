using Crm.Persistence.Specification.SelfService;

namespace Crm.Persistence.Sqlite.Tests.SelfService;

public sealed class PortalCasesTests(SqliteFixture fixture) : PortalCasesSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
