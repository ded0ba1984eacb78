using Crm.Persistence.Specification.Privacy;

namespace Crm.Persistence.Sqlite.Tests.Privacy;

public sealed class ContactPermissionTests(SqliteFixture fixture) : ContactPermissionSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
