using Crm.Persistence.Specification.Privacy;

namespace Crm.Persistence.Sqlite.Tests.Privacy;

public sealed class PersonalExportTests(SqliteFixture fixture) : PersonalExportSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
